import { useNavigate, useSearch } from '@tanstack/react-router'
import { usePages } from '#web/api/pages.ts'
import { Page } from '#web/design/page.tsx'
import { SettingsTabs } from '#web/shell/settings-tabs.tsx'
import { useText } from '#web/text.tsx'
import { activityContract } from '../contract.ts'
import { filterOf } from './activity-search.ts'
import { EventFilters } from './event-filters.tsx'
import { EventTable } from './event-table.tsx'

/** Everything that happened in the firm, for owners and admins (AUD-2). */
export function ActivityPage() {
  const t = useText()
  const search = useSearch({ from: '/staff/settings/activity' })
  const navigate = useNavigate({ from: '/settings/activity' })
  const pages = usePages(activityContract.listActivity, { query: filterOf(search) })
  return (
    <Page title={t('nav.settings')} bare filters={<SettingsTabs />}>
      <EventFilters
        search={search}
        onSearch={(changed) => void navigate({ to: '.', search: changed, replace: true })}
      />
      <EventTable label={t('activity.title')} pages={pages} />
    </Page>
  )
}
