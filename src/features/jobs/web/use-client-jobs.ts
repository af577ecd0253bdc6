import type { Lifecycle } from '#engine/core/model.ts'
import { useEndpoint } from '#web/api/hooks.ts'
import { useText } from '#web/text.tsx'
import { jobsContract } from '../contract.ts'
import type { Choices } from './use-look-up.ts'

type Wish = {
  accountId: string
  /** ids of those that are not offered */
  taken: ReadonlySet<string>
  /** which of the client's jobs; none: nothing is asked yet */
  which: readonly Lifecycle[]
  /** what their names hold; none: the newest */
  search: string | undefined
}

/** A client's jobs to choose from: those under way first, then what is over. */
export function useClientJobs({ accountId, taken, which, search }: Wish): Choices | undefined {
  const t = useText()
  const ask = (lifecycle: Lifecycle) => ({
    query: { accountId, lifecycle, search, sort: 'newest' as const, limit: 100 },
  })
  const enabled = (lifecycle: Lifecycle) => ({
    enabled: accountId !== '' && which.includes(lifecycle),
    keepPrevious: true,
  })
  const found = {
    active: useEndpoint(jobsContract.listJobs, ask('active'), enabled('active')).data,
    completed: useEndpoint(jobsContract.listJobs, ask('completed'), enabled('completed')).data,
    archived: useEndpoint(jobsContract.listJobs, ask('archived'), enabled('archived')).data,
  }
  if (which.length === 0 || which.some((lifecycle) => !found[lifecycle])) return undefined
  return which.flatMap((lifecycle) => {
    const free = found[lifecycle]!.items.filter((job) => !taken.has(job.id))
    const items = free.map((job) => ({ value: job.id, label: `${job.name} · ${job.pipelineName}` }))
    return items.length > 0 ? [{ group: t(`jobs.${lifecycle}`), items }] : []
  })
}
