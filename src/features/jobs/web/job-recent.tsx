import { AppLink } from '#web/design/link.tsx'
import { TimeAgo } from '#web/design/said.tsx'
import { Section } from '#web/design/section.tsx'
import { Tag } from '#web/design/tag.tsx'
import { useText } from '#web/text.tsx'
import type { Job } from '../schemas.ts'
import styles from './job-recent.module.css'

/** Other work for the same client, newest first (JOB-13). */
export function JobRecent({ job }: { job: Job }) {
  const t = useText()
  if (job.recent.length === 0) return null
  return (
    <Section title={t('job.recent')} count={job.recent.length}>
      <ul>
        {job.recent.map(({ id, name, pipelineName, lifecycle, createdAt }) => (
          <li key={id} className={styles.line}>
            <AppLink to={`/jobs/${id}`} className={styles.name}>
              {name}
            </AppLink>
            <span className={styles.pipeline}>{pipelineName}</span>
            {lifecycle !== 'active' && <Tag>{t(`job.${lifecycle}`)}</Tag>}
            <TimeAgo at={createdAt} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
