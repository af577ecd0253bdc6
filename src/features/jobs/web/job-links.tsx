import { AppLink } from '#web/design/link.tsx'
import { Section } from '#web/design/section.tsx'
import { StateDot } from '#web/design/state-dot.tsx'
import { Tag } from '#web/design/tag.tsx'
import { useText } from '#web/text.tsx'
import type { Job } from '../schemas.ts'
import styles from './job-recent.module.css'
import { UnlinkItem } from './unlink-item.tsx'

/** The jobs that this one is linked with, whichever was linked with which; none of them holds it (J-30, DONE-11). */
export function JobLinks({ job }: { job: Job }) {
  const t = useText()
  if (job.linkedJobs.length === 0) return null
  return (
    <Section title={t('job.linked_jobs')} count={job.linkedJobs.length}>
      <ul>
        {job.linkedJobs.map(({ id, name, pipelineName, stageName, lifecycle, turn }) => {
          const state = turn === 'team' ? 'us' : turn
          return (
            <li key={id} className={styles.line}>
              <AppLink to={`/jobs/${id}`} className={styles.name}>
                {name}
              </AppLink>
              <span className={styles.pipeline}>{pipelineName}</span>
              {lifecycle === 'active' ? (
                <span className={styles.stage}>
                  <StateDot state={state} label={t(`state.${state}`)} />
                  {stageName}
                </span>
              ) : (
                <Tag>{t(`job.${lifecycle}`)}</Tag>
              )}
              {job.lifecycle !== 'archived' && <UnlinkItem job={job} item={{ id, name }} />}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
