import { IconChevronRight } from '@tabler/icons-react'
import { type ReactNode, useEffect } from 'react'
import type { ReturnOf } from '#kernel/contract.ts'
import { ICON } from '#web/design/icon.ts'
import { AppLink } from '#web/design/link.tsx'
import { announce } from '#web/design/live-region.tsx'
import { AccountSwitch } from '#web/shell/account-switch.tsx'
import { PortalShell } from '#web/shell/portal-shell.tsx'
import { Rich, useText } from '#web/text.tsx'
import type { portalContract } from '../contract.ts'
import styles from './portal-home.module.css'
import { SentOrganizers } from './sent-organizers.tsx'
import { TodoCards } from './todo-cards.tsx'
import { WorkInProgress } from './work-in-progress.tsx'

type Home = ReturnOf<typeof portalContract.getPortalHome>

export type PortalHomeProps = { home: Home; onSwitch(accountId: string): void; onSignOut(): void }

/** The client's start page in one account: what waits, what was sent, whom to write to (POR-1). */
export function PortalHome({ home, onSwitch, onSignOut }: PortalHomeProps) {
  const t = useText()
  const { firm, account, todos, otherAccounts } = home
  const title = t('portal.waiting', { count: todos.length })
  useEffect(() => {
    document.title = `${title} · ${firm.name}`
    announce(title)
  }, [title, firm.name])
  return (
    <HomeShell home={home} onSwitch={onSwitch} onSignOut={onSignOut}>
      <div className={styles.columns}>
        <section>
          <h1>{title}</h1>
          <p className={styles.lead}>{todos.length > 0 ? t('portal.saved') : t('portal.nothing')}</p>
          {todos.length > 0 && <TodoCards todos={todos} firmName={firm.name} />}
          <WorkInProgress key={account.id} accountId={account.id} />
          <OtherAccounts accounts={otherAccounts} />
        </section>
        <div className={styles.side}>
          <SentOrganizers key={account.id} accountId={account.id} />
          <Contact firm={firm} />
        </div>
      </div>
    </HomeShell>
  )
}

function HomeShell({ home, onSwitch, onSignOut, children }: PortalHomeProps & { children: ReactNode }) {
  const t = useText()
  const { firm, account, otherAccounts, client } = home
  const accounts = [account, ...otherAccounts].map(({ id, name, todos }) => {
    return { id, name, waiting: t('portal.count', { count: todos }) }
  })
  const choose = (
    <AccountSwitch
      accounts={accounts}
      current={account.id}
      onSwitch={onSwitch}
      email={client.email}
      onSignOut={onSignOut}
    />
  )
  return (
    <PortalShell firm={{ name: firm.name, colour: firm.color }} home="/portal" account={choose}>
      {children}
    </PortalShell>
  )
}

/** To-dos of the client's other accounts, counted, at the bottom (POR-6). */
function OtherAccounts({ accounts }: { accounts: Home['otherAccounts'] }) {
  const t = useText()
  const waiting = accounts.filter(({ todos }) => todos > 0)
  if (waiting.length === 0) return null
  return (
    <ul className={styles.others} aria-label={t('portal.other_accounts')}>
      {waiting.map(({ id, name, todos }) => (
        <li key={id}>
          <AppLink to={`/portal?account=${id}`} className={styles.other}>
            <span>
              <b>{name}</b>
              {t('portal.elsewhere', { count: todos })}
            </span>
            <IconChevronRight {...ICON} />
          </AppLink>
        </li>
      ))}
    </ul>
  )
}

function Contact({ firm }: { firm: Home['firm'] }) {
  const t = useText()
  const mail = firm.email && (
    <a className={styles.mail} href={`mailto:${firm.email}`}>
      {firm.email}
    </a>
  )
  return (
    <section aria-labelledby="contact">
      <h2 id="contact">{t('portal.contact')}</h2>
      <p className={styles.contact}>
        {mail ? <Rich id="portal.contact_text" values={{ email: mail }} /> : t('portal.contact_reply')}
      </p>
    </section>
  )
}
