import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { LARGE_ICON } from '../design/icon.ts'
import { AppLink } from '../design/link.tsx'
import { LiveRegion } from '../design/live-region.tsx'
import { useText } from '../text.tsx'
import { useFace } from './face.ts'
import { type Firm, FirmMark } from './firm-mark.tsx'
import styles from './portal-shell.module.css'
import { LanguageRow } from './preferences.tsx'

export type PortalNavItem = { to: string; label: string; icon: Icon; count?: number }

export type PortalShellProps = {
  firm: Firm
  home: string
  /** with one destination nothing is shown; with more, tabs on top, or at the bottom of a phone */
  nav?: PortalNavItem[]
  /** an AccountSwitch */
  account?: ReactNode
  children: ReactNode
}

/** The frame of the portal: the firm's name and colour, the account one looks at, and what one came for. */
export function PortalShell({ firm, home, nav = [], account, children }: PortalShellProps) {
  const t = useText()
  useFace('portal', firm.colour)
  const items = nav.length > 1 ? nav : []
  return (
    <div className={styles.portal} data-tabs={items.length > 0 || undefined}>
      <a className={styles.skip} href="#content">
        {t('shell.skip')}
      </a>
      <header className={styles.top}>
        <div className={styles.row}>
          <AppLink to={home} className={styles.firm}>
            <FirmMark firm={firm} size="m" />
          </AppLink>
          {items.length > 0 && <Nav items={items} className={styles.links} />}
          {account && <div className={styles.account}>{account}</div>}
        </div>
      </header>
      <main id="content" className={styles.main} tabIndex={-1}>
        {children}
      </main>
      <footer className={styles.footer}>
        <LanguageRow />
      </footer>
      {items.length > 0 && <Nav items={items} className={styles.tabs} icons />}
      <LiveRegion />
    </div>
  )
}

function Nav({
  items,
  className,
  icons = false,
}: {
  items: PortalNavItem[]
  className: string | undefined
  icons?: boolean
}) {
  const t = useText()
  return (
    <nav className={className} aria-label={t('shell.main')}>
      {items.map(({ to, label, icon: Icon, count = 0 }) => (
        <AppLink key={to} to={to} className={styles.link}>
          {icons && <Icon {...LARGE_ICON} />}
          <span>{label}</span>
          {count > 0 && <span className={styles.badge}>{count}</span>}
        </AppLink>
      ))}
    </nav>
  )
}
