import { Outlet, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { HistoryList } from '#features/activity/web/history-list.tsx'
import { OrganizerDrawer } from '#features/organizers/web/staff-organizer.tsx'
import type { OrganizerSearch } from '#features/organizers/web/staff-search.ts'
import { OrganizerTable } from '#features/organizers/web/staff-table.tsx'
import { EmptyState } from '../design/empty-state.tsx'
import { FilterChip } from '../design/filter-chip.tsx'
import { Page } from '../design/page.tsx'
import { SearchField } from '../design/search-field.tsx'
import { suffixOf } from '../search-suffix.ts'
import { useText } from '../text.tsx'

/** Every organizer that was sent: with whom it is, and how far it is. */
export function OrganizersPage() {
  const t = useText()
  const navigate = useNavigate()
  const search = useSearch({ from: '/staff/organizers' })
  const set = (changed: OrganizerSearch) => void navigate({ to: '.', search: changed, replace: true })
  const { q, status } = search
  const toggled = (pressed: 'pending' | 'submitted') => {
    const { status: current, ...rest } = search
    set(current === pressed ? rest : { ...rest, status: pressed })
  }
  return (
    <Page
      title={t('organizers.title')}
      bare
      filters={
        <>
          <FilterChip state="client" on={status === 'pending'} onPress={() => toggled('pending')}>
            {t('organizers.pending')}
          </FilterChip>
          <FilterChip state="ready" on={status === 'submitted'} onPress={() => toggled('submitted')}>
            {t('organizers.submitted')}
          </FilterChip>
          <SearchField
            label={t('organizers.search')}
            value={q ?? ''}
            onSearch={(text) => set({ ...(status ? { status } : {}), ...(text ? { q: text } : {}) })}
          />
        </>
      }
    >
      <OrganizerTable
        query={{ search: q, status }}
        organizerTo={({ id }) => `/organizers/${id}${suffixOf(search)}`}
        empty={
          q || status ? (
            <EmptyState
              title={t('organizers.none_found')}
              action={{ label: t('organizers.clear'), onPress: () => set({}) }}
            />
          ) : (
            <EmptyState
              title={t('organizers.none')}
              text={t('organizers.none_text')}
              action={{ label: t('organizers.none_action'), to: '/templates/organizers' }}
            />
          )
        }
      />
      <Outlet />
    </Page>
  )
}

/** One organizer, over the list. */
export function OrganizerPanel() {
  const navigate = useNavigate()
  const { organizerId } = useParams({ from: '/staff/organizers/$organizerId' })
  return (
    <OrganizerDrawer
      organizerId={organizerId}
      history={<HistoryList of={{ subjectId: organizerId }} />}
      onClose={() => void navigate({ to: '/organizers', search: true })}
    />
  )
}
