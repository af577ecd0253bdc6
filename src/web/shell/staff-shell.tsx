import { useRouter } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { Locale } from '#kernel/locale.ts'
import { useKeys } from '../design/keys.tsx'
import { later } from '../design/later.tsx'
import { LiveRegion } from '../design/live-region.tsx'
import { useText } from '../text.tsx'
import { type Find, useCommands } from './commands.ts'
import { useFace } from './face.ts'
import { type Firm, FirmMark } from './firm-mark.tsx'
import { type NavGroup, SideNav } from './side-nav.tsx'
import styles from './staff-shell.module.css'
import { TopBar } from './top-bar.tsx'
import { UserMenu } from './user-menu.tsx'

export type StaffShellProps = {
  firm: Firm
  /** only what exists; groups stand apart */
  nav: NavGroup[]
  member: { name: string; email: string }
  /** `Menu.Item`s of the *New* button; without them there is no button */
  newItems?: ReactNode
  /** left of the help button: the tray of held mails */
  tools?: ReactNode
  /** false: says that what is shown may be out of date (`useLive`) */
  connected?: boolean
  /** what the palette asks the server */
  find?: Find
  onLocale?: (locale: Locale) => void
  onSignOut: () => void
  children: ReactNode
}

const Drawer = later(async () => (await import('../design/drawer.tsx')).Drawer)
const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }))
const KeyHelp = lazy(async () => ({ default: (await import('./key-help.tsx')).KeyHelp }))

/**
 * The frame of the staff app: sidebar (icons only below 1200 px, behind a button on a phone), search and commands,
 * *New*, help. Pages render `Page` inside.
 */
export function StaffShell({ firm, nav, member, connected = true, children, ...shell }: StaffShellProps) {
  const t = useText()
  const [open, setOpen] = useState<'palette' | 'help' | 'menu' | null>(null)
  const close = () => setOpen(null)
  useFace('staff')
  useKeys(t('keys.general'), [
    { keys: 'mod+k', label: t('keys.search'), run: () => setOpen('palette') },
    { keys: '?', label: t('keys.help'), run: () => setOpen('help') },
  ])
  useNavCommands(nav)
  const user = <UserMenu {...member} onLocale={shell.onLocale} onSignOut={shell.onSignOut} />
  return (
    <div className={styles.app}>
      <a className={styles.skip} href="#content">
        {t('shell.skip')}
      </a>
      <nav className={styles.side} aria-label={t('shell.main')}>
        <div className={styles.firm}>
          <FirmMark firm={firm} />
        </div>
        <SideNav groups={nav} />
        {user}
      </nav>
      <TopBar tools={shell.tools} newItems={shell.newItems} onOpen={setOpen} />
      {!connected && <Lost />}
      <main id="content" className={styles.main} tabIndex={-1}>
        {children}
      </main>
      {open === 'menu' && (
        <Drawer title={firm.name} width="menu" onClose={close}>
          <nav className={styles.drawerNav} aria-label={t('shell.main')}>
            <SideNav groups={nav} onGo={close} />
            {user}
          </nav>
        </Drawer>
      )}
      <Suspense>
        {open === 'palette' && <Palette find={shell.find} onClose={close} />}
        {open === 'help' && <KeyHelp onClose={close} />}
      </Suspense>
      <LiveRegion />
    </div>
  )
}

function Lost() {
  const t = useText()
  return (
    <p className={styles.lost} role="status">
      {t('live.lost')}
    </p>
  )
}

/** Every destination of the sidebar can be typed as well. */
function useNavCommands(nav: NavGroup[]): void {
  const t = useText()
  const { history } = useRouter()
  const items = nav
    .flat()
    .flatMap(({ children = [], ...item }) => [item, ...children.map((child) => ({ ...child, icon: item.icon }))])
  const group = t('palette.go')
  useCommands(items.map(({ to, label, icon }) => ({ id: `go ${to}`, label, group, icon, run: () => history.push(to) })))
}
