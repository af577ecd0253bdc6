import { organizersContract } from '#features/organizers/contract.ts'
import { tasksContract } from '#features/tasks/contract.ts'
import { useEndpoint } from '#web/api/hooks.ts'
import { useRight } from '#web/session.tsx'
import { useText } from '#web/text.tsx'
import { jobsContract } from '../contract.ts'
import type { Job } from '../schemas.ts'

const LINKABLE = ['task', 'organizer', 'job'] as const
export type Linkable = (typeof LINKABLE)[number]

/** What a member may link by hand (J-34). */
export function useLinkable(): Linkable[] {
  const may = { task: useRight('view_all_accounts'), organizer: useRight('manage_organizers'), job: true }
  return LINKABLE.filter((kind) => may[kind])
}

type Choice = { value: string; label: string }
export type Choices = Choice[] | { group: string; items: Choice[] }[]

/** The client's items of a kind that are not linked to the job yet; a task only while it has no job (J-30). */
export function useLinkableItems(job: Job, kind: Linkable): Choices | undefined {
  const items = useItems(job, kind)
  const jobs = useJobs(job, kind === 'job')
  return kind === 'job' ? jobs : items
}

function useItems({ accountId, items }: Job, kind: Linkable): Choice[] | undefined {
  const tasks = useEndpoint(
    tasksContract.listTasks,
    { query: { accountId, state: 'any', limit: 100 } },
    { enabled: kind === 'task' },
  )
  const organizers = useEndpoint(
    organizersContract.listOrganizers,
    { query: { accountId, limit: 100 } },
    { enabled: kind === 'organizer' },
  )
  const linked = new Set(items.map((item) => item.id))
  const found = kind === 'task' ? tasks.data?.items.filter((task) => task.jobId === null) : organizers.data?.items
  return found?.filter(({ id }) => !linked.has(id)).map(({ id, name }) => ({ value: id as string, label: name }))
}

const LIFECYCLES = ['active', 'completed', 'archived'] as const

/** The client's other jobs: those under way first, then what is over. */
function useJobs({ id, accountId, linkedJobs }: Job, enabled: boolean): Choices | undefined {
  const t = useText()
  const ask = (lifecycle: (typeof LIFECYCLES)[number]) => ({ query: { accountId, lifecycle, limit: 100 } })
  const found = {
    active: useEndpoint(jobsContract.listJobs, ask('active'), { enabled }).data,
    completed: useEndpoint(jobsContract.listJobs, ask('completed'), { enabled }).data,
    archived: useEndpoint(jobsContract.listJobs, ask('archived'), { enabled }).data,
  }
  if (!LIFECYCLES.every((lifecycle) => found[lifecycle])) return undefined
  const taken = new Set([id, ...linkedJobs.map((job) => job.id)])
  return LIFECYCLES.flatMap((lifecycle) => {
    const free = found[lifecycle]!.items.filter((job) => !taken.has(job.id))
    const items = free.map((job) => ({ value: job.id, label: `${job.name} · ${job.pipelineName}` }))
    return items.length > 0 ? [{ group: t(`jobs.${lifecycle}`), items }] : []
  })
}
