import { type ReactNode, useEffect } from 'react'
import { announce } from '../../design/live-region.tsx'
import type { Firm } from '../../shell/firm-mark.tsx'
import { PlainShell } from '../../shell/plain-shell.tsx'
import styles from './entry-page.module.css'

export type EntryPageProps = {
  /** whose page it is; without one the product's own */
  firm?: Firm
  title: string
  lead?: ReactNode
  /** under a line, small: other ways, what to do if it does not work */
  foot?: ReactNode
  children?: ReactNode
}

/** A page before anybody is signed in: one thing to read, one thing to do. Announces its title when that changes. */
export function EntryPage({ firm = { name: 'Throughline' }, title, lead, foot, children }: EntryPageProps) {
  useEffect(() => {
    document.title = `${title} · ${firm.name}`
    announce(title)
  }, [title, firm.name])
  return (
    <PlainShell firm={firm}>
      <h1>{title}</h1>
      {lead && <p className={styles.lead}>{lead}</p>}
      {children && <div className={styles.body}>{children}</div>}
      {foot && <div className={styles.foot}>{foot}</div>}
    </PlainShell>
  )
}
