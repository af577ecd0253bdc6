import type { ReactNode } from 'react'
import { AppLink } from '#web/design/link.tsx'
import styles from './job-line.module.css'

export type JobLineProps = {
  job: { id: string; name: string; pipelineName?: string }
  /** at the right: how it stands, what can be done */
  children?: ReactNode
}

/** One job in a list of jobs beside something else: a link to it, and its pipeline. */
export function JobLine({ job: { id, name, pipelineName }, children }: JobLineProps) {
  return (
    <li className={styles.line}>
      <AppLink to={`/jobs/${id}`} className={styles.name}>
        {name}
      </AppLink>
      <span className={styles.pipeline}>{pipelineName}</span>
      {children}
    </li>
  )
}
