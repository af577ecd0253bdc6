import { type Icon, IconChecklist, IconClipboardList, IconLayoutKanban } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { jobsContract } from '#features/jobs/contract.ts'
import { organizersContract } from '#features/organizers/contract.ts'
import { useOrganizerStatus } from '#features/organizers/web/staff-table.tsx'
import { tasksContract } from '#features/tasks/contract.ts'
import type { AccountId } from '#kernel/ids.ts'
import { type Pages, usePages } from '../api/pages.ts'
import { ICON } from '../design/icon.ts'
import { AppLink, LinkButton } from '../design/link.tsx'
import { ProblemNote } from '../design/problem-note.tsx'
import { DateText, TimeAgo } from '../design/said.tsx'
import { Section } from '../design/section.tsx'
import { SkeletonLines } from '../design/skeleton.tsx'
import { type DotState, State } from '../design/state-dot.tsx'
import { useText } from '../text.tsx'
import styles from './account-work.module.css'

const TURNS = { client: 'client', team: 'us', ready: 'ready', stuck: 'stuck' } as const satisfies Record<
  string,
  DotState
>

/** What is under way for a client: jobs, organizers and tasks, each a link to itself (VIEW-5). */
export function AccountWork({ accountId }: { accountId: AccountId }) {
  return (
    <>
      <Jobs accountId={accountId} />
      <Organizers accountId={accountId} />
      <Tasks accountId={accountId} />
    </>
  )
}

function Jobs({ accountId }: { accountId: AccountId }) {
  const t = useText()
  const pages = usePages(jobsContract.listJobs, { query: { accountId } }, { hears: ['pipelines'] })
  return (
    <Lines title={t('account.jobs')} empty={t('account.no_jobs')} pages={pages}>
      {pages.items?.map((job) => (
        <Line key={job.id} icon={IconLayoutKanban} to={`/workflow/${job.pipelineId}/jobs/${job.id}`} name={job.name}>
          <span>{job.pipelineName}</span>
          <State state={TURNS[job.turn]}>{job.stageName}</State>
        </Line>
      ))}
    </Lines>
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
          <Line key={organizer.id} icon={IconClipboardList} to={`/organizers/${organizer.id}`} name={organizer.name}>
            <State state={state}>{said}</State>
            <TimeAgo at={organizer.updatedAt} />
          </Line>
        )
      })}
    </Lines>
  )
}

function Tasks({ accountId }: { accountId: AccountId }) {
  const t = useText()
  const pages = usePages(tasksContract.listTasks, { query: { accountId } })
  return (
    <Lines title={t('nav.tasks')} empty={t('account.no_tasks')} pages={pages}>
      {pages.items?.map((task) => (
        <Line key={task.id} icon={IconChecklist} to={`/tasks/${task.id}`} name={task.name}>
          {task.assignees.length > 0 && <span>{task.assignees.map((member) => member.name).join(', ')}</span>}
          {task.dueOn && <DateText on={task.dueOn} due />}
        </Line>
      ))}
    </Lines>
  )
}

type LinesProps = {
  title: string
  empty: string
  pages: Pick<Pages<{ items: unknown[]; next: string | null }>, 'items' | 'more' | 'problem' | 'retry'>
  children: ReactNode
}

function Lines({ title, empty, pages: { items, more, problem, retry }, children }: LinesProps) {
  const t = useText()
  return (
    <Section title={title}>
      <ProblemNote problem={problem} onRetry={retry} />
      {!items && !problem && <SkeletonLines lines={2} />}
      {items?.length === 0 && <p className={styles.empty}>{empty}</p>}
      <ul className={styles.list}>{children}</ul>
      {more && <LinkButton onClick={more}>{t('account.more')}</LinkButton>}
    </Section>
  )
}

function Line({ icon: Icon, to, name, children }: { icon: Icon; to: string; name: string; children: ReactNode }) {
  return (
    <li className={styles.line}>
      <Icon {...ICON} />
      <AppLink to={to} className={styles.name}>
        {name}
      </AppLink>
      <span className={styles.facts}>{children}</span>
    </li>
  )
}
