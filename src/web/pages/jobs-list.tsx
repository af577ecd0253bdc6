import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { LIFECYCLES } from '#features/jobs/model.ts'
import { ExportButton } from '#features/jobs/web/export-button.tsx'
import { FilterFields } from '#features/jobs/web/filter-fields.tsx'
import { GroupMenu } from '#features/jobs/web/group-menu.tsx'
import { JobTable } from '#features/jobs/web/job-table.tsx'
import {
  type JobListQuery,
  type JobsSearch,
  type ListFilter,
  type ListLook,
  listFilterOf,
  lookOf,
  searchOfList,
} from '#features/jobs/web/jobs-search.ts'
import { usePlaces } from '#features/jobs/web/use-places.ts'
import { SavedFilters } from '#features/saved-filters/web/saved-filters.tsx'
import { EmptyState } from '../design/empty-state.tsx'
import { ChipRule, FilterChip } from '../design/filter-chip.tsx'
import { ICON } from '../design/icon.ts'
import { Page } from '../design/page.tsx'
import { SearchField } from '../design/search-field.tsx'
import { useText } from '../text.tsx'
import { AddJobsDialog } from './dialogs.ts'

const PATH = '/workflow/jobs'

/** All jobs of all pipelines; what is over stands by itself (VIEW-3). */
export function JobsPage() {
  const t = useText()
  const navigate = useNavigate()
  const search = useSearch({ from: '/staff/workflow/jobs' })
  const [adding, setAdding] = useState(false)
  const filter = listFilterOf(search)
  const look = lookOf(search)
  const places = usePlaces(filter.pipelineId)
  const go = (to: JobsSearch) => void navigate({ to: PATH, search: to, replace: true })
  const change = (changed: ListFilter) => go({ ...searchOfList({ ...filter, ...leaving(changed) }), ...look })
  const lookAt = (changed: { [Key in keyof ListLook]: ListLook[Key] | undefined }) =>
    go({ ...searchOfList(filter), ...lookOf({ ...look, ...changed }) })
  const lifecycle = look.state ?? 'active'
  const query: JobListQuery = { ...filter, lifecycle, ...(look.sort ? { sort: look.sort } : {}) }
  const isNarrowed = Object.keys(filter).length > 0
  return (
    <Page
      title={t('jobs.title')}
      bare
      actions={
        <>
          <ExportButton query={query} />
          <Button leftSection={<IconPlus {...ICON} />} onClick={() => setAdding(true)}>
            {t('board.add')}
          </Button>
        </>
      }
      filters={
        <>
          {LIFECYCLES.map((each) => (
            <FilterChip
              key={each}
              on={lifecycle === each}
              onPress={() => lookAt({ state: each === 'active' ? undefined : each })}
            >
              {t(`jobs.${each}`)}
            </FilterChip>
          ))}
          <ChipRule />
          <FilterFields filter={filter} statuses={places.statuses} places={places} onChange={change} />
          <GroupMenu group={look.group} onChange={(group) => lookAt({ group })} />
          <SearchField
            label={t('board.search')}
            value={filter.search ?? ''}
            onSearch={(text) => change({ search: text || undefined })}
          />
          <SavedFilters
            place="jobs"
            now={{ ...filter, sort: look.sort, lifecycle: look.state, groupBy: look.group }}
            fits={() => true}
            onApply={({ sort, lifecycle: state, groupBy: group, ...saved }) =>
              go({ ...searchOfList(saved), ...lookOf({ sort, state, group }) })
            }
          />
        </>
      }
    >
      <JobTable
        query={query}
        groupBy={look.group}
        onSort={(sort) => lookAt({ sort })}
        empty={
          isNarrowed ? (
            <EmptyState title={t('board.no_match')} action={{ label: t('board.clear'), onPress: () => go(look) }} />
          ) : (
            <NoJobs lifecycle={lifecycle} onAdd={() => setAdding(true)} onActive={() => lookAt({ state: undefined })} />
          )
        }
      />
      {adding && <AddJobsDialog onClose={() => setAdding(false)} />}
    </Page>
  )
}

type NoJobsProps = { lifecycle: (typeof LIFECYCLES)[number]; onAdd: () => void; onActive: () => void }

/** None at all: what brings jobs here. */
function NoJobs({ lifecycle, onAdd, onActive }: NoJobsProps) {
  const t = useText()
  const action =
    lifecycle === 'active'
      ? { label: t('board.add'), onPress: onAdd }
      : { label: t('jobs.show_active'), onPress: onActive }
  return <EmptyState title={t(`jobs.none_${lifecycle}`)} text={t(`jobs.none_${lifecycle}_text`)} action={action} />
}

/** Another pipeline has other stages and statuses. */
function leaving(changed: ListFilter): ListFilter {
  return 'pipelineId' in changed ? { ...changed, stageId: undefined, statusId: undefined } : changed
}
