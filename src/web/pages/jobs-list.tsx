import { useNavigate, useSearch } from '@tanstack/react-router'
import { type BoardSearch, filterOf, searchOf } from '#features/jobs/web/board-search.ts'
import { ExportButton, type JobListQuery } from '#features/jobs/web/export-button.tsx'
import { FilterFields } from '#features/jobs/web/filter-fields.tsx'
import { JobTable } from '#features/jobs/web/job-table.tsx'
import type { BoardFilter } from '#features/jobs/web/use-board.ts'
import type { JobSort } from '#features/pipelines/model-settings.ts'
import { EmptyState } from '../design/empty-state.tsx'
import { ChipRule, FilterChip } from '../design/filter-chip.tsx'
import { Page } from '../design/page.tsx'
import { SearchField } from '../design/search-field.tsx'
import { useText } from '../text.tsx'

const PATH = '/workflow/jobs'
const STATES = ['active', 'completed', 'archived'] as const

export type JobsSearch = BoardSearch & { state?: 'completed' | 'archived'; sort?: JobSort }

/** All jobs of all pipelines; what is over stands by itself (VIEW-3). */
export function JobsPage() {
  const t = useText()
  const navigate = useNavigate()
  const { state, sort, ...search } = useSearch({ from: '/staff/workflow/jobs' })
  const filter = filterOf(search)
  const go = (to: JobsSearch) => void navigate({ to: PATH, search: to, replace: true })
  const kept = { ...(state ? { state } : {}), ...(sort ? { sort } : {}) }
  const change = (changed: BoardFilter) => go({ ...kept, ...searchOf({ ...filter, ...changed }) })
  const lifecycle = state ?? 'active'
  const query: JobListQuery = { ...filter, lifecycle, ...(sort ? { sort } : {}) }
  const isNarrowed = Object.keys(filter).length > 0
  return (
    <Page
      title={t('jobs.title')}
      bare
      actions={<ExportButton query={query} />}
      filters={
        <>
          {STATES.map((each) => (
            <FilterChip
              key={each}
              on={lifecycle === each}
              onPress={() =>
                go({ ...search, ...(sort ? { sort } : {}), ...(each === 'active' ? {} : { state: each }) })
              }
            >
              {t(`jobs.${each}`)}
            </FilterChip>
          ))}
          <ChipRule />
          <FilterFields filter={filter} statuses={[]} onChange={change} />
          <SearchField
            label={t('board.search')}
            value={filter.search ?? ''}
            onSearch={(text) => change({ search: text || undefined })}
          />
        </>
      }
    >
      <JobTable
        query={query}
        onSort={(by) => go({ ...search, ...(state ? { state } : {}), sort: by })}
        empty={
          isNarrowed ? (
            <EmptyState title={t('board.no_match')} action={{ label: t('board.clear'), onPress: () => go(kept) }} />
          ) : (
            <EmptyState title={t(`jobs.none_${lifecycle}`)} />
          )
        }
      />
    </Page>
  )
}
