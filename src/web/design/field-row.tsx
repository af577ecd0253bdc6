import type { ReactNode } from 'react'
import styles from './field-row.module.css'

/** One line of a settings page: what it is and what it does at the left, its control at the right; stacked on a phone. */
export function FieldRow({ label, help, children }: { label: ReactNode; help?: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <p className={styles.label}>{label}</p>
        {help && <p className={styles.help}>{help}</p>}
      </div>
      <div className={styles.control}>{children}</div>
    </div>
  )
}

export type Fact = { label: string; value: ReactNode }

/** What is known of a thing, side by side under its title: due, priority, assignees. */
export function Facts({ facts }: { facts: Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ label, value }) => (
        <div key={label} className={styles.fact}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
