import { Section } from '#web/design/section.tsx'
import { StateDot } from '#web/design/state-dot.tsx'
import { Tag } from '#web/design/tag.tsx'
import { useText } from '#web/text.tsx'
import { STATE_OF_TURN } from '../model-turn.ts'
import type { Job } from '../schemas.ts'
import { JobLine } from './job-line.tsx'
import styles from './job-links.module.css'
import { UnlinkItem } from './unlink-item.tsx'

/** The jobs that this one is linked with, whichever was linked with which; none of them holds it (J-30, DONE-11). */
export function JobLinks({ job }: { job: Job }) {
  const t = useText()
  if (job.linkedJobs.length === 0) return null
  return (
    <Section title={t('job.linked_jobs')} count={job.linkedJobs.length}>
      <ul>
        {job.linkedJobs.map(({ stageName, lifecycle, turn, ...other }) => {
          const state = STATE_OF_TURN[turn]
          return (
            <JobLine key={other.id} job={other}>
              {lifecycle === 'active' ? (
                <span className={styles.stage}>
                  <StateDot state={state} label={t(`state.${state}`)} />
                  {stageName}
                </span>
              ) : (
                <Tag>{t(`job.${lifecycle}`)}</Tag>
              )}
              {job.lifecycle !== 'archived' && <UnlinkItem job={job} item={other} />}
            </JobLine>
          )
        })}
      </ul>
    </Section>
  )
}
