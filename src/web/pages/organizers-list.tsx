import { Button } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { Outlet, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { HistoryList } from '#features/activity/web/history-list.tsx'
import { ItemJobs } from '#features/jobs/web/item-jobs.tsx'
import { OrganizerDrawer } from '#features/organizers/web/staff-organizer.tsx'
import type { OrganizerSearch } from '#features/organizers/web/staff-search.ts'
import { OrganizerTable } from '#features/organizers/web/staff-table.tsx'
import { EmptyState } from '../design/empty-state.tsx'
import { FilterChip } from '../design/filter-chip.tsx'
import { ICON } from '../design/icon.ts'
import { Page } from '../design/page.tsx'
import { SearchField } from '../design/search-field.tsx'
import { suffixOf } from '../search-suffix.ts'
import { useRight } from '../session.tsx'
import { useText } from '../text.tsx'
import { SendOrganizer } from './dialogs.ts'
import { useLinkMenu } from './link-menu.tsx'

/** Every organizer that was sent: with whom it is, and how far it is. */
export function OrganizersPage() {
  const t = useText()
  const navigate = useNavigate()
  const search = useSearch({ from: '/staff/organizers' })
  const set = (changed: OrganizerSearch) => void navigate({ to: '.', search: changed, replace: true })
  const maySend = useRight('manage_organizers')
  const links = useLinkMenu('organizer')
  const [sending, setSending] = useState(false)
  const { q, status } = search
  const toggled = (pressed: 'pending' | 'submitted') => {
    const { status: current, ...rest } = search
    set(current === pressed ? rest : { ...rest, status: pressed })
  }
  return (
    <Page
      title={t('organizers.title')}
      bare
      actions={
        maySend && (
          <Button variant="filled" leftSection={<IconSend {...ICON} />} onClick={() => setSending(true)}>
            {t('organizers.send')}
          </Button>
        )
      }
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
        menu={links.menu}
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
      {links.dialog}
      {sending && <SendOrganizer onClose={() => setSending(false)} />}
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
      jobs={<ItemJobs kind="organizer" itemId={organizerId} />}
      history={<HistoryList thing="organizers" id={organizerId} />}
      onClose={() => void navigate({ to: '/organizers', search: true })}
    />
  )
}
