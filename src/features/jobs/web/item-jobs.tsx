import { Button, Select } from '@mantine/core'
import { organizersContract } from '#features/organizers/contract.ts'
import { tasksContract } from '#features/tasks/contract.ts'
import type { TaskDetail } from '#features/tasks/schemas.ts'
import type { JobId, OrganizerId, TaskId } from '#kernel/ids.ts'
import { useFieldText } from '#web/api/form.ts'
import { useAct, useEndpoint } from '#web/api/hooks.ts'
import type { ApiProblem } from '#web/api/problem.ts'
import { Dialog } from '#web/design/dialog.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { Section } from '#web/design/section.tsx'
import { SkeletonLines } from '#web/design/skeleton.tsx'
import { useToast } from '#web/design/toast.tsx'
import { useText } from '#web/text.tsx'
import { jobLinksContract } from '../contract-links.ts'
import styles from './item-jobs.module.css'
import { JobLine } from './job-line.tsx'
import { UnlinkItem } from './unlink-item.tsx'
import { useClientJobs } from './use-client-jobs.ts'
import { useLinkable } from './use-linkable-items.ts'
import { useLookUp } from './use-look-up.ts'

export type ItemJobsProps = { kind: 'task' | 'organizer'; itemId: string }

/** In a task's or an organizer's own drawer: the jobs it is linked to, to be unlinked and linked (J-32, J-33). */
export function ItemJobs(item: ItemJobsProps) {
  const t = useText()
  const { linked } = useLinked(item)
  const mayLink = useLinkable().includes(item.kind)
  if (!linked || (linked.jobs.length === 0 && !mayLink)) return null
  return (
    <Section title={t('job.linked_jobs')} count={linked.jobs.length}>
      <Jobs {...item} {...linked} mayLink={mayLink} />
    </Section>
  )
}

/** The same from a list of tasks or organizers. */
export function ItemJobsDialog({ name, onClose, ...item }: ItemJobsProps & { name: string; onClose: () => void }) {
  const t = useText()
  const { linked, problem } = useLinked(item)
  return (
    <Dialog
      opened
      title={t('link.jobs_of', { name })}
      onClose={onClose}
      buttons={
        <Button variant="subtle" onClick={onClose}>
          {t('ui.close')}
        </Button>
      }
    >
      <ProblemNote problem={problem} />
      {!linked && !problem && <SkeletonLines lines={2} />}
      {linked && <Jobs {...item} {...linked} mayLink />}
    </Dialog>
  )
}

type Linked = { accountId: string; jobs: { id: string; name: string; pipelineName?: string }[] }

function useLinked({ kind, itemId }: ItemJobsProps): { linked: Linked | undefined; problem: ApiProblem | null } {
  const isTask = kind === 'task'
  const task = useEndpoint(
    tasksContract.getTask,
    { params: { id: itemId as TaskId } },
    { enabled: isTask, hears: ['jobs'] },
  )
  const organizer = useEndpoint(
    organizersContract.getOrganizer,
    { params: { id: itemId as OrganizerId } },
    { enabled: !isTask, hears: ['jobs'] },
  )
  if (!isTask) return { linked: organizer.data, problem: organizer.error }
  return { linked: task.data && linkedOfTask(task.data), problem: task.error }
}

function linkedOfTask({ accountId, jobId, jobName }: TaskDetail): Linked {
  return { accountId, jobs: jobId === null ? [] : [{ id: jobId, name: jobName ?? '' }] }
}

/** A task has one job only, an organizer any number (J-30). */
function Jobs({ kind, itemId, accountId, jobs, mayLink }: ItemJobsProps & Linked & { mayLink: boolean }) {
  const t = useText()
  const isTaken = kind === 'task' && jobs.length > 0
  return (
    <>
      <ul>
        {jobs.map((job) => (
          <JobLine key={job.id} job={job}>
            {mayLink && <UnlinkItem job={job} item={{ id: itemId, name: job.name }} />}
          </JobLine>
        ))}
      </ul>
      {mayLink && isTaken && <p className={styles.hint}>{t('link.one_job')}</p>}
      {mayLink && !isTaken && <LinkTo kind={kind} itemId={itemId} accountId={accountId} jobs={jobs} />}
    </>
  )
}

function LinkTo({ kind, itemId, accountId, jobs }: ItemJobsProps & Linked) {
  const t = useText()
  const toast = useToast()
  const fieldText = useFieldText()
  const lookUp = useLookUp()
  const jobId = lookUp.id
  const choices = useClientJobs({
    accountId,
    taken: new Set(jobs.map((job) => job.id)),
    which: ['active', 'completed'],
    search: lookUp.search,
  })
  const { run, isRunning, problem } = useAct(jobLinksContract.linkItem, {
    touches: ['tasks', 'organizers'],
    onDone: () => {
      toast(t('link.linked'))
      lookUp.forget()
    },
  })
  const field = problem?.fields[0]
  if (choices?.length === 0 && lookUp.search === undefined && jobId === null)
    return <p className={styles.hint}>{t('link.no_job', { count: jobs.length })}</p>
  return (
    <>
      <div className={styles.pick}>
        <Select
          label={t('link.to_job')}
          description={t('link.to_job_help')}
          className={styles.select}
          {...lookUp.props(choices)}
          error={field && fieldText(field)}
        />
        <Button
          loading={isRunning}
          disabled={jobId === null}
          onClick={() => jobId && void run({ params: { id: jobId as JobId }, body: { kind, itemId } })}
        >
          {t('link.confirm')}
        </Button>
      </div>
      {problem && !field && <ProblemNote problem={problem} />}
    </>
  )
}
