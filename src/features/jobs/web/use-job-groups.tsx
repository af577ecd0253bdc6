import { type ReactNode, useEffect, useState } from 'react'
import type { InputOf } from '#web/api/call.ts'
import { useEndpoint } from '#web/api/hooks.ts'
import { ColorDot } from '#web/design/color-name.tsx'
import type { RowGroups } from '#web/design/table.tsx'
import { useText } from '#web/text.tsx'
import { jobsContract } from '../contract.ts'
import type { JobGroup, JobGroupBy } from '../filter-schemas.ts'
import type { ListedJob } from '../schemas.ts'
import type { JobListQuery } from './jobs-search.ts'

const NONE: ReadonlySet<string> = new Set()

type JobGroups = {
  groups: RowGroups<ListedJob> | undefined
  /** what the list is asked for, so that it comes group by group */
  query: Pick<InputOf<typeof jobsContract.listJobs>['query'] & {}, 'groupBy' | 'closedGroups'>
  problem: unknown
}

/** The groups of the list with their counts, and which of them are shut; another grouping starts with all open. */
export function useJobGroups(
  { sort: _, ...query }: JobListQuery,
  by: JobGroupBy | undefined,
  hears: string[],
): JobGroups {
  const [shut, setShut] = useState(NONE)
  const nameOf = useGroupName(by, query.pipelineId !== undefined)
  useEffect(() => {
    if (by) setShut(NONE)
  }, [by])
  const asked = useEndpoint(
    jobsContract.countJobGroups,
    { query: { ...query, groupBy: by ?? 'stage' } },
    { enabled: by !== undefined, keepPrevious: true, hears: ['jobs', ...hears] },
  )
  if (!by) return { groups: undefined, query: {}, problem: null }
  const onToggle = (key: string) =>
    setShut((now) => (now.has(key) ? now.difference(new Set([key])) : now.union(new Set([key]))))
  const list = (asked.data?.items ?? []).map((group) => {
    const { key, count } = group
    const name = nameOf(group)
    return { key, name, title: titled(name, group), count, shut: shut.has(key) }
  })
  const closed = shut.size > 0 ? { closedGroups: [...shut].join(',') } : {}
  return {
    groups: { list, of: (job) => job.group ?? '', onToggle },
    query: { groupBy: by, ...closed },
    problem: asked.error,
  }
}

function titled(name: string, { color }: JobGroup): ReactNode {
  if (color === null) return name
  return (
    <>
      <ColorDot color={color} /> {name}
    </>
  )
}

/** What a group is called; a stage with its pipeline, unless there is only one. */
function useGroupName(by: JobGroupBy | undefined, onePipeline: boolean) {
  const t = useText()
  return ({ key, name, within }: JobGroup): string => {
    if (name !== null) return within && !onePipeline ? `${within} · ${name}` : name
    switch (by) {
      case 'priority':
        return t(`job.priority_${key as 'low'}`)
      case 'due':
        return t(`jobs.due_${key as 'today' | 'none'}`)
      case 'client_status':
        return t(key === 'shown' ? 'jobs.shown' : 'filter.jobs.hidden')
      case 'assignee':
        return t('card.unassigned')
      case 'stage':
      case 'pipeline':
      case undefined:
        return t('jobs.stage_gone')
    }
  }
}
