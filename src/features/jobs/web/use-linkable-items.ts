import { organizersContract } from '#features/organizers/contract.ts'
import { tasksContract } from '#features/tasks/contract.ts'
import { useEndpoint } from '#web/api/hooks.ts'
import { useRight } from '#web/session.tsx'
import { LIFECYCLES } from '../model.ts'
import type { Job } from '../schemas.ts'
import { useClientJobs } from './use-client-jobs.ts'
import type { Choice, Choices } from './use-look-up.ts'

const LINKABLE = ['task', 'organizer', 'job'] as const
export type Linkable = (typeof LINKABLE)[number]

/** What a member may link by hand (J-34). */
export function useLinkable(): Linkable[] {
  const may = { task: useRight('view_all_accounts'), organizer: useRight('manage_organizers'), job: true }
  return LINKABLE.filter((kind) => may[kind])
}

/** The client's items of a kind that are not linked to the job yet; a task only while it has no job (J-30). */
export function useLinkableItems(job: Job, kind: Linkable, search: string | undefined): Choices | undefined {
  const items = useItems(job, kind, search)
  const jobs = useClientJobs({
    accountId: job.accountId,
    taken: new Set([job.id, ...job.linkedJobs.map((other) => other.id)]),
    which: kind === 'job' ? LIFECYCLES : [],
    search,
  })
  return kind === 'job' ? jobs : items
}

function useItems({ accountId, items }: Job, kind: Linkable, search: string | undefined): Choice[] | undefined {
  const tasks = useEndpoint(
    tasksContract.listTasks,
    { query: { accountId, state: 'any', jobId: 'none', search, sort: 'newest', limit: 100 } },
    { enabled: kind === 'task', keepPrevious: true },
  )
  const organizers = useEndpoint(
    organizersContract.listOrganizers,
    { query: { accountId, search, limit: 100 } },
    { enabled: kind === 'organizer', keepPrevious: true },
  )
  const linked = new Set(items.map((item) => item.id))
  const found = kind === 'task' ? tasks.data?.items : organizers.data?.items
  return found?.filter(({ id }) => !linked.has(id)).map(({ id, name }) => ({ value: id as string, label: name }))
}
