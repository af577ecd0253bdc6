import { useEffect, useMemo, useState } from 'react'
import { call } from '#web/api/call.ts'
import { useEndpoint } from '#web/api/hooks.ts'
import type { RowGroups } from '#web/design/table.tsx'
import { useToast } from '#web/design/toast.tsx'
import { useText } from '#web/text.tsx'
import { MOST_JOBS } from '../bulk-schemas.ts'
import { jobsContract } from '../contract.ts'
import type { JobGroupBy } from '../filter-schemas.ts'
import type { ListedJob } from '../schemas.ts'
import type { JobListQuery } from './jobs-search.ts'

type Wish = {
  query: JobListQuery
  groupBy: JobGroupBy | undefined
  groups: RowGroups<ListedJob> | undefined
  /** rows that are loaded */
  items: readonly ListedJob[]
  hears: string[]
}

type Found = { ids: ReadonlySet<string>; complete: boolean; pipelineId: string | null }

const NONE: ReadonlySet<string> = new Set()
const NO_GROUPS: ReadonlyMap<string, ReadonlySet<string>> = new Map()

/** What is ticked on the list: single rows, whole groups, or all that match, loaded or not (VIEW-3). */
export function useJobTicks({ query: { sort: _, ...query }, groupBy, groups, items, hears }: Wish) {
  const [ids, setIds] = useState(NONE)
  const [whole, setWhole] = useState(NO_GROUPS)
  const [foundIn, setFoundIn] = useState<string | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const sayTooMany = useTooMany()
  const asked = JSON.stringify(query)
  useEffect(() => {
    if (asked) setIds(NONE)
  }, [asked])
  useEffect(() => {
    if (asked || groupBy) setWhole(NO_GROUPS)
  }, [asked, groupBy])
  const hasAllLoaded = items.length > 0 && items.every(({ id }) => ids.has(id))
  const all = useEndpoint(jobsContract.listJobIds, { query }, { enabled: hasAllLoaded, hears: ['jobs', ...hears] })
  const { rowsOf, pick } = useGroups({ ids, whole, groups, items })
  const take = ({ ids: found, complete, pipelineId }: Found) => {
    setIds((now) => now.union(found))
    setFoundIn(pipelineId)
    if (!complete) sayTooMany()
  }
  const takeGroup = async (key: string) => {
    setProblem(null)
    const answer = await call(jobsContract.listJobIds, { query: { ...query, groupBy, group: key } })
    const found: Found = { ...answer, ids: new Set(answer.ids) }
    setWhole((now) => new Map(now).set(key, found.ids))
    take(found)
  }
  const toggleGroup = (key: string) => {
    const { state, known } = pick(key)
    if (state === 'all') setIds(ids.difference(known!))
    else if (known) setIds(ids.union(known))
    else takeGroup(key).catch(setProblem)
  }
  /** what is in a group is known even when it is shut, and its rows go */
  const keepRows = (key: string) => {
    const rows = rowsOf(key)
    if (rows.size > (whole.get(key)?.size ?? 0)) setWhole(new Map(whole).set(key, rows))
  }
  return {
    ids,
    setIds,
    clear: () => setIds(NONE),
    groups: groups && {
      ...groups,
      pick: { stateOf: (key: string) => pick(key).state, toggle: toggleGroup },
      onToggle(key: string) {
        keepRows(key)
        groups.onToggle(key)
      },
    },
    /** how many match, once all that are loaded are ticked */
    total: hasAllLoaded ? all.data?.ids.length : undefined,
    takeAll: () => all.data && take({ ...all.data, ids: new Set(all.data.ids) }),
    /** a pipeline that holds some of what is ticked */
    pipelineId: items.find(({ id }) => ids.has(id))?.pipelineId ?? foundIn,
    problem,
  }
}

type Groups = Pick<Wish, 'groups' | 'items'> & {
  ids: ReadonlySet<string>
  whole: ReadonlyMap<string, ReadonlySet<string>>
}

/** How much of a group is ticked, and what is in it where that is known: all its rows are loaded, or were asked for. */
function useGroups({ ids, whole, groups, items }: Groups) {
  const loaded = useMemo(() => Map.groupBy(items, (item) => item.group ?? ''), [items])
  const rowsOf = (key: string): ReadonlySet<string> => new Set(loaded.get(key)?.map(({ id }) => id))
  const pick = (key: string) => {
    const count = groups?.list.find((group) => group.key === key)?.count
    const [rows, kept] = [rowsOf(key), whole.get(key) ?? NONE]
    const known = [kept, rows].find((each) => each.size === count)
    const ticked = (known ?? rows.union(kept)).intersection(ids).size
    const state = ticked === 0 ? 'none' : ticked === known?.size ? 'all' : 'some'
    return { state, known } as const
  }
  return { rowsOf, pick }
}

function useTooMany(): () => void {
  const t = useText()
  const toast = useToast()
  return () => toast(t('jobs.too_many', { most: MOST_JOBS }), { failed: true })
}
