import { Button } from '@mantine/core'
import { IconPlus, IconTag, IconUsers } from '@tabler/icons-react'
import { Outlet, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '#web/api/call.ts'
import { usePages } from '#web/api/pages.ts'
import { ICON } from '#web/design/icon.ts'
import { AppLink } from '#web/design/link.tsx'
import { Page } from '#web/design/page.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { type SelectionAction, SelectionBar } from '#web/design/selection-bar.tsx'
import { Table } from '#web/design/table.tsx'
import { useToast } from '#web/design/toast.tsx'
import { useRight } from '#web/session.tsx'
import { Rich, useText } from '#web/text.tsx'
import { accountsContract } from '../contract.ts'
import { MOST } from '../model.ts'
import { ClientFilters } from './client-filters.tsx'
import { useClientColumns } from './clients-columns.tsx'
import { type ClientsSearch, filterOf } from './clients-search.ts'
import { NoClients } from './no-clients.tsx'
import { TagsDialog } from './tags-dialog.tsx'
import { TeamDialog } from './team-dialog.tsx'

export type ClientsPageProps = {
  /** what other slices do with chosen clients: add jobs */
  acts?: (ids: string[], clear: () => void) => SelectionAction[]
}

/** The firm's clients: found, filtered, chosen, and acted on in any number (ACC-6, ACC-7). */
export function ClientsPage({ acts }: ClientsPageProps) {
  const t = useText()
  const { search, setSearch } = useClientsSearch()
  const { items, first, more, problem, retry } = usePages(accountsContract.listAccounts, { query: filterOf(search) })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const columns = useClientColumns()
  const total = first?.total ?? items?.length ?? 0
  return (
    <Page
      title={t('clients.title')}
      bare
      {...(first ? { count: total } : {})}
      actions={<HeadActions />}
      filters={<ClientFilters search={search} onChange={setSearch} />}
      footer={
        items &&
        items.length > 0 && (
          <span>
            <Rich id="clients.shown" values={{ shown: items.length, total }} />
          </span>
        )
      }
    >
      <ProblemNote problem={problem} onRetry={retry} />
      <Table
        label={t('clients.title')}
        columns={columns}
        rows={problem ? [] : items}
        rowKey={(client) => client.id}
        rowName={(client) => client.name}
        rowTo={(client) => `/clients/${client.id}`}
        selection={{ ids: chosen, onChange: setChosen }}
        more={more}
        empty={problem ? null : <NoClients search={search} onClear={() => setSearch({})} />}
      />
      <Chosen chosen={chosen} setChosen={setChosen} total={total} search={search} acts={acts} />
      <Outlet />
    </Page>
  )
}

function HeadActions() {
  const t = useText()
  const [mayImport, mayAdd] = [useRight('manage_contacts'), useRight('manage_accounts')]
  return (
    <>
      {mayImport && (
        <Button variant="subtle" component={AppLink} to="/clients/import">
          {t('clients.import')}
        </Button>
      )}
      {mayAdd && (
        <Button variant="filled" component={AppLink} to="/clients/new" leftSection={<IconPlus {...ICON} />}>
          {t('clients.add')}
        </Button>
      )}
    </>
  )
}

type ChosenProps = {
  chosen: ReadonlySet<string>
  setChosen: (ids: ReadonlySet<string>) => void
  total: number
  search: ClientsSearch
  acts: ClientsPageProps['acts']
}

/** What can be done with the chosen clients; *select all* takes every client that the filters leave, loaded or not. */
function Chosen({ chosen, setChosen, total, search, acts }: ChosenProps) {
  const t = useText()
  const say = useToast()
  const [open, setOpen] = useState<'tags' | 'team' | null>(null)
  const [mayTag, mayAssign] = [useRight('manage_tags'), useRight('assign_team_members')]
  const clear = () => setChosen(new Set())
  const ids = [...chosen]
  const selectAll = async () => {
    const found = await call(accountsContract.listAccountIds, { query: filterOf(search) })
    setChosen(new Set(found.ids))
    if (!found.complete) say(t('clients.too_many', { most: MOST.bulk }))
  }
  const close = (changed: number | null) => {
    setOpen(null)
    if (changed === null) return
    clear()
    say(t('clients.changed', { count: changed }))
  }
  const own: SelectionAction[] = [
    ...(mayTag ? [{ label: t('clients.change_tags'), icon: IconTag, run: () => setOpen('tags') }] : []),
    ...(mayAssign ? [{ label: t('clients.change_team'), icon: IconUsers, run: () => setOpen('team') }] : []),
  ]
  return (
    <>
      <SelectionBar
        count={chosen.size}
        total={total}
        onSelectAll={() => void selectAll()}
        onClear={clear}
        actions={[...(acts?.(ids, clear) ?? []), ...own]}
      />
      {open === 'tags' && <TagsDialog accountIds={ids} onClose={close} />}
      {open === 'team' && <TeamDialog accountIds={ids} onClose={close} />}
    </>
  )
}

function useClientsSearch() {
  const search: ClientsSearch = useSearch({ from: '/staff/clients' })
  const navigate = useNavigate({ from: '/clients' })
  const setSearch = (changed: ClientsSearch) => void navigate({ to: '.', search: changed, replace: true })
  return { search, setSearch }
}
