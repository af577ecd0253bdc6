import type { ReactNode } from 'react'
import { AppLink } from './link.tsx'
import styles from './stat-strip.module.css'
import { type DotState, StateDot } from './state-dot.tsx'

export type Stat = {
  value: ReactNode
  /** the rest of the phrase: "jobs wait for clients" */
  label: string
  state?: DotState
  /** where these are listed */
  to?: string
}

/** The figures that matter, as one line under a title; each may lead to its list. */
export function StatStrip({ stats }: { stats: Stat[] }) {
  return (
    <ul className={styles.strip}>
      {stats.map((stat) => (
        <li key={stat.label}>
          {stat.to ? (
            <AppLink to={stat.to} className={styles.stat} data-link>
              <Words {...stat} />
            </AppLink>
          ) : (
            <span className={styles.stat}>
              <Words {...stat} />
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

function Words({ value, label, state }: Stat) {
  return (
    <>
      {state && <StateDot state={state} />}
      <span>
        <b>{value}</b> {label}
      </span>
    </>
  )
}
