import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { usePages } from '#web/api/pages.ts'
import { TextLink } from '#web/design/link.tsx'
import { Page } from '#web/design/page.tsx'
import { Missing } from '#web/shell/missing.tsx'
import { useText } from '#web/text.tsx'
import { activityContract } from '../contract.ts'
import { filterOf } from './activity-search.ts'
import { EventFilters } from './event-filters.tsx'
import { EventTable } from './event-table.tsx'
import { HEARS, historyOf, nameIn, pageOf, type Thing, thingOf } from './history-of.ts'

/** Everything that happened to one thing, as a table (AUD-1). */
export function HistoryPage() {
  const { thing: given, id } = useParams({ from: '/staff/history/$thing/$id' })
  const thing = thingOf(given)
  return thing ? <History key={id} thing={thing} id={id} /> : <Missing />
}

function History({ thing, id }: { thing: Thing; id: string }) {
  const t = useText()
  const search = useSearch({ from: '/staff/history/$thing/$id' })
  const navigate = useNavigate({ from: '/history/$thing/$id' })
  const pages = usePages(
    activityContract.listEvents,
    { query: { ...historyOf(thing, id), ...filterOf(search) } },
    { hears: HEARS },
  )
  const items = pages.items ?? []
  const name = nameIn(thing, items)
  const page = pageOf(thing, id, items)
  return (
    <Page
      title={name ? t('activity.history_of', { name }) : t('activity.history')}
      aside={page && <TextLink to={page}>{t('activity.open')}</TextLink>}
      bare
    >
      <EventFilters
        search={search}
        onSearch={(changed) => void navigate({ to: '.', search: changed, replace: true })}
      />
      <EventTable label={t('activity.history')} pages={pages} />
    </Page>
  )
}
