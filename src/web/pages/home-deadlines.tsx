import { jobOverviewContract } from '#features/jobs/contract-overview.ts'
import { useEndpoint } from '../api/hooks.ts'
import { AppLink } from '../design/link.tsx'
import { Section } from '../design/section.tsx'
import { SkeletonLines } from '../design/skeleton.tsx'
import { StatStrip } from '../design/stat-strip.tsx'
import { useFormat, useText } from '../text.tsx'
import styles from './home.module.css'

/** What is late, nearly due, too long in its stage, or forgotten (REP-1, REP-2). */
export function Deadlines({ memberId }: { memberId: string | undefined }) {
  const t = useText()
  const { number } = useFormat()
  const { data } = useEndpoint(
    jobOverviewContract.getJobDeadlines,
    { query: { memberId } },
    { keepPrevious: true, hears: ['jobs', 'pipelines', 'accounts'] },
  )
  if (!data) return <SkeletonLines lines={1} />
  const { overdue, approaching, overdueInStage, idle } = data
  return (
    <StatStrip
      stats={[
        {
          value: number(overdue),
          label: t('home.overdue', { count: overdue }),
          state: overdue > 0 ? 'stuck' : 'ready',
        },
        { value: number(approaching), label: t('home.approaching', { count: approaching }), state: 'us' },
        { value: number(overdueInStage), label: t('home.overdue_in_stage', { count: overdueInStage }), state: 'us' },
        { value: number(idle), label: t('home.idle', { count: idle }), state: 'us' },
      ]}
    />
  )
}

/** How much everybody has to do; for owner and admins (REP-1). */
export function TeamLoad() {
  const t = useText()
  const { data } = useEndpoint(jobOverviewContract.getTeamLoad, {}, { hears: ['jobs', 'tasks'] })
  const most = Math.max(1, ...(data?.items ?? []).map(({ jobs, tasks }) => jobs + tasks))
  return (
    <Section title={t('home.team_load')}>
      {!data && <SkeletonLines lines={4} />}
      <ul className={styles.loads}>
        {data?.items.map(({ memberId, name, jobs, tasks, overdueJobs, overdueTasks }) => (
          <li key={memberId} className={styles.line}>
            <AppLink to={`/tasks?who=${memberId}`} className={styles.cut} title={name}>
              {name}
            </AppLink>
            <meter className={styles.load} min={0} max={most} value={jobs + tasks} aria-hidden="true" />
            <span className={styles.dim}>{t('home.load', { jobs, tasks })}</span>
            <span className={styles.late}>
              {overdueJobs + overdueTasks > 0 && t('home.late', { count: overdueJobs + overdueTasks })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
