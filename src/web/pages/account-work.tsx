import { IconChecklist, IconClipboardList, IconLayoutKanban, IconRepeat } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { jobRecurrencesContract } from '#features/job-recurrences/contract.ts'
import { jobsContract } from '#features/jobs/contract.ts'
import { STATE_OF_TURN } from '#features/jobs/model-turn.ts'
import type { ListedJob } from '#features/jobs/schemas.ts'
import { organizersContract } from '#features/organizers/contract.ts'
import { useOrganizerStatus } from '#features/organizers/web/staff-table.tsx'
import { tasksContract } from '#features/tasks/contract.ts'
import type { AccountId } from '#kernel/ids.ts'
import { usePages } from '../api/pages.ts'
import { Line, Lines } from '../design/lines.tsx'
import { AppLink } from '../design/link.tsx'
import { DateText, TimeAgo } from '../design/said.tsx'
import { State } from '../design/state-dot.tsx'
import { ScheduleText } from '../schedule/schedule-text.tsx'
import { useText } from '../text.tsx'

/** What is under way for a client, and apart from it which jobs are over; each a link to itself (VIEW-5). */
export function AccountWork({ accountId }: { accountId: AccountId }) {
  return (
    <>
      <Jobs accountId={accountId} />
      <JobsOver accountId={accountId} />
      <Organizers accountId={accountId} />
      <Tasks accountId={accountId} />
      <RecurringJobs accountId={accountId} />
      <Recurring accountId={accountId} />
    </>
  )
}

function Jobs({ accountId }: { accountId: AccountId }) {
  const t = useText()
  const pages = usePages(jobsContract.listJobs, { query: { accountId } }, { hears: ['pipelines'] })
  return (
    <Lines title={t('account.jobs')} empty={t('account.no_jobs')} pages={pages}>
      {pages.items?.map((job) => (
        <JobLine key={job.id} job={job}>
          <State state={STATE_OF_TURN[job.turn]}>{job.stageName}</State>
        </JobLine>
      ))}
    </Lines>
  )
}

/** What is over, where anything is. */
function JobsOver({ accountId }: { accountId: AccountId }) {
  const t = useText()
  const completed = useOver(accountId, 'completed')
  const archived = useOver(accountId, 'archived')
  const items = completed.items && archived.items && [...completed.items, ...archived.items]
  const problem = completed.problem ?? archived.problem
  if (!problem && (items?.length ?? 0) === 0) return null
  const retry = () => {
    completed.retry()
    archived.retry()
  }
  const pages = { items, problem, retry, more: completed.more ?? archived.more }
  return (
    <Lines title={t('account.jobs_over')} empty={t('account.no_jobs')} pages={pages}>
      {items?.map((job) => (
        <JobLine key={job.id} job={job}>
          <State state="off">{t(job.lifecycle === 'completed' ? 'job.completed' : 'job.archived')}</State>
        </JobLine>
      ))}
    </Lines>
  )
}

function useOver(accountId: AccountId, lifecycle: 'completed' | 'archived') {
  return usePages(jobsContract.listJobs, { query: { accountId, lifecycle } }, { hears: ['pipelines'] })
}

function JobLine({ job, children }: { job: ListedJob; children: ReactNode }) {
  return (
    <Line
      icon={IconLayoutKanban}
      name={<AppLink to={`/workflow/${job.pipelineId}/jobs/${job.id}`}>{job.name}</AppLink>}
    >
      <span>{job.pipelineName}</span>
      {children}
    </Line>
  )
}

function Organizers({ accountId }: { accountId: AccountId }) {
  const t = useText()
  const statusOf = useOrganizerStatus()
  const pages = usePages(organizersContract.listOrganizers, { query: { accountId } })
  return (
    <Lines title={t('nav.organizers')} empty={t('account.no_organizers')} pages={pages}>
      {pages.items?.map((organizer) => {
        const { state, said } = statusOf(organizer)
        return (
          <Line
            key={organizer.id}
            icon={IconClipboardList}
            name={<AppLink to={`/organizers/${organizer.id}`}>{organizer.name}</AppLink>}
          >
            <State state={state}>{said}</State>
            <TimeAgo at={organizer.updatedAt} />
          </Line>
        )
      })}
    </Lines>
  )
}

/** Tasks that come again for the client (T-6). */
function Recurring({ accountId }: { accountId: AccountId }) {
  const t = useText()
  const pages = usePages(tasksContract.listTaskRecurrences, { query: { accountId } })
  return (
    <Lines title={t('account.recurring')} empty={t('account.no_recurring')} pages={pages}>
      {pages.items?.map(({ id, title, schedule, nextOn }) => (
        <Line key={id} icon={IconRepeat} name={<AppLink to={`/tasks/recurring/${id}`}>{title}</AppLink>}>
          <span>
            <ScheduleText schedule={schedule} />
          </span>
          {nextOn && <DateText on={nextOn} />}
        </Line>
      ))}
    </Lines>
  )
}

function Tasks({ accountId }: { accountId: AccountId }) {
  const t = useText()
  const pages = usePages(tasksContract.listTasks, { query: { accountId } })
  return (
    <Lines title={t('nav.tasks')} empty={t('account.no_tasks')} pages={pages}>
      {pages.items?.map((task) => (
        <Line key={task.id} icon={IconChecklist} name={<AppLink to={`/tasks/${task.id}`}>{task.name}</AppLink>}>
          {task.assignees.length > 0 && <span>{task.assignees.map((member) => member.name).join(', ')}</span>}
          {task.dueOn && <DateText on={task.dueOn} due />}
        </Line>
      ))}
    </Lines>
  )
}

/** Jobs that come again for the client (J-20). */
function RecurringJobs({ accountId }: { accountId: AccountId }) {
  const t = useText()
  const pages = usePages(jobRecurrencesContract.listJobRecurrences, { query: { accountId } })
  return (
    <Lines
      title={t('recurrences.title')}
      empty={t('recurrences.none')}
      aside={<AppLink to={`/workflow/recurring?account=${accountId}`}>{t('recurrences.manage')}</AppLink>}
      pages={pages}
    >
      {pages.items?.map(({ id, name, pipelineName, schedule, nextOn }) => (
        <Line
          key={id}
          icon={IconRepeat}
          name={<AppLink to={`/workflow/recurring/${id}?account=${accountId}`}>{name}</AppLink>}
        >
          <span>{pipelineName}</span>
          <ScheduleText schedule={schedule} />
          {nextOn && <DateText on={nextOn} />}
        </Line>
      ))}
    </Lines>
  )
}
