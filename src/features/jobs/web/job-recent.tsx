import { TimeAgo } from '#web/design/said.tsx'
import { Section } from '#web/design/section.tsx'
import { Tag } from '#web/design/tag.tsx'
import { useText } from '#web/text.tsx'
import type { Job } from '../schemas.ts'
import { JobLine } from './job-line.tsx'

/** Other work for the same client, newest first (JOB-13). */
export function JobRecent({ job }: { job: Job }) {
  const t = useText()
  if (job.recent.length === 0) return null
  return (
    <Section title={t('job.recent')} count={job.recent.length}>
      <ul>
        {job.recent.map(({ lifecycle, createdAt, ...other }) => (
          <JobLine key={other.id} job={other}>
            {lifecycle !== 'active' && <Tag>{t(`job.${lifecycle}`)}</Tag>}
            <TimeAgo at={createdAt} />
          </JobLine>
        ))}
      </ul>
    </Section>
  )
}
