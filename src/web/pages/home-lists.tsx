import { activityContract } from '#features/activity/contract.ts'
import { useFactText } from '#features/activity/web/sentence.ts'
import { jobsContract } from '#features/jobs/contract.ts'
import { useStuckReason } from '#features/jobs/web/board-card.tsx'
import { tasksContract } from '#features/tasks/contract.ts'
import { TickTask } from '#features/tasks/web/tick-task.tsx'
import { useEndpoint } from '../api/hooks.ts'
import { AppLink, TextLink } from '../design/link.tsx'
import { DateText, TimeAgo } from '../design/said.tsx'
import { Section } from '../design/section.tsx'
import { SkeletonLines } from '../design/skeleton.tsx'
import { useMember } from '../session.tsx'
import { useText } from '../text.tsx'
import styles from './home.module.css'

const SHOWN = 8

/** What the reader himself has to do, soonest first; ticked off right here. */
export function MyTasks() {
  const t = useText()
  const { data } = useEndpoint(
    tasksContract.listTasks,
    { query: { assignee: 'me', limit: SHOWN } },
    { hears: ['jobs'] },
  )
  const rest = data && data.myOpen > 0 && <TextLink to="/tasks">{t('home.all', { count: data.myOpen })}</TextLink>
  return (
    <Section title={t('home.my_tasks')} aside={rest}>
      {!data && <SkeletonLines lines={4} />}
      {data?.items.length === 0 && <p className={styles.none}>{t('home.no_tasks')}</p>}
      <ul>
        {data?.items.map((task) => (
          <li key={task.id} className={styles.line}>
            <TickTask task={task} />
            <AppLink to={`/tasks/${task.id}`} className={styles.cut} title={task.name}>
              {task.name}
            </AppLink>
            <span className={styles.dim}>{task.accountName}</span>
            <span className={styles.end}>{task.dueOn && <DateText on={task.dueOn} due />}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Jobs that will not go on until somebody looks at them. */
export function StuckJobs({ memberId }: { memberId: string | undefined }) {
  const t = useText()
  const reason = useStuckReason()
  const query = { turn: 'stuck' as const, memberId, limit: SHOWN }
  const { data } = useEndpoint(
    jobsContract.listJobs,
    { query },
    { keepPrevious: true, hears: ['accounts', 'pipelines'] },
  )
  return (
    <Section title={t('home.stuck_jobs')}>
      {!data && <SkeletonLines lines={4} />}
      {data?.items.length === 0 && <p className={styles.none}>{t('home.no_stuck')}</p>}
      <ul>
        {data?.items.map((job) => (
          <li key={job.id} className={styles.line}>
            <AppLink
              to={`/workflow/${job.pipelineId}/jobs/${job.id}`}
              className={styles.cut}
              title={`${job.accountName} · ${job.name}`}
            >
              {job.accountName}
            </AppLink>
            <span className={styles.dim} title={reason(job) ?? undefined}>
              {reason(job)}
            </span>
            <span className={styles.end}>
              <TimeAgo at={job.stageEnteredAt} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** What happened last in the firm; for those who may read all of it (AUD-2). */
export function RecentActivity() {
  const { member } = useMember()
  return member.role === 'employee' ? null : <Activity />
}

function Activity() {
  const t = useText()
  const say = useFactText()
  const { data } = useEndpoint(
    activityContract.listActivity,
    { query: { limit: SHOWN } },
    { hears: ['jobs', 'accounts', 'organizers', 'tasks', 'pipelines', 'templates'] },
  )
  return (
    <Section title={t('home.activity')} aside={<TextLink to="/settings/activity">{t('home.all_activity')}</TextLink>}>
      {!data && <SkeletonLines lines={4} />}
      <ol>
        {data?.items.map((item) => (
          <li key={item.id} className={styles.fact}>
            <p>{say(item)}</p>
            <p className={styles.about}>
              {item.accountName && `${item.accountName} · `}
              <TimeAgo at={item.at} />
            </p>
          </li>
        ))}
      </ol>
    </Section>
  )
}
