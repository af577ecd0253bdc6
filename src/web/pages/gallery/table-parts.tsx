import { Button } from '@mantine/core'
import { IconBriefcase, IconChecklist, IconMail, IconPlus, IconTag, IconUser } from '@tabler/icons-react'
import { useState } from 'react'
import { Avatars } from '../../design/avatar.tsx'
import { EmptyState } from '../../design/empty-state.tsx'
import { ChipRule, FilterChip, SetFilter } from '../../design/filter-chip.tsx'
import { ICON, SMALL_ICON } from '../../design/icon.ts'
import { Page } from '../../design/page.tsx'
import { DateText, Money } from '../../design/said.tsx'
import { SelectionBar } from '../../design/selection-bar.tsx'
import { State } from '../../design/state-dot.tsx'
import { type Column, type Sort, Table } from '../../design/table.tsx'
import { Tags } from '../../design/tag.tsx'
import styles from './gallery.module.css'
import { CLIENTS, type Client, MANY_CLIENTS } from './people.ts'
import { StaffFrame } from './staff-frame.tsx'

export function TablePart() {
  return <Clients rows={CLIENTS} selected={['D-003', 'K-005', 'L-014']} />
}

export function LongTablePart() {
  return <Clients rows={MANY_CLIENTS} selected={[]} />
}

export function EmptyPart() {
  return <Clients rows={[]} selected={[]} />
}

export function LoadingPart() {
  return <Clients rows={undefined} selected={[]} />
}

function Clients({ rows, selected }: { rows: Client[] | undefined; selected: string[] }) {
  const [ids, setIds] = useState<Set<string>>(new Set(selected))
  const [sort, setSort] = useState<Sort>({ key: 'name', down: false })
  const sorted = rows?.toSorted((a, b) => (sort.down ? -1 : 1) * a.name.localeCompare(b.name))
  return (
    <StaffFrame>
      <Page title="Accounts" count={rows?.length} bare actions={<Actions />} filters={<Filters />} footer={<Foot />}>
        <Table
          label="Accounts"
          columns={COLUMNS}
          rows={sorted}
          rowKey={(row) => row.id}
          rowName={(row) => row.name}
          rowTo={() => '/gallery/drawer'}
          sort={sort}
          onSort={setSort}
          selection={{ ids, onChange: setIds }}
          empty={<Empty />}
        />
        <SelectionBar
          count={ids.size}
          total={412}
          onSelectAll={() => {}}
          onClear={() => setIds(new Set())}
          actions={[
            { label: 'Send organizer', icon: IconChecklist, keys: 'o', run() {} },
            { label: 'Email', icon: IconMail, run() {} },
            { label: 'Add job', icon: IconBriefcase, keys: 'j', run() {} },
            { label: 'Tags', icon: IconTag, keys: 't', run() {} },
          ]}
          more={[{ label: 'Team', icon: IconUser, run() {} }]}
        />
      </Page>
    </StaffFrame>
  )
}

function Actions() {
  return (
    <>
      <Button variant="subtle">Import</Button>
      <Button>Columns</Button>
      <Button leftSection={<IconPlus {...ICON} />}>Account</Button>
    </>
  )
}

function Foot() {
  return (
    <>
      <span>
        1 to 12 of <b>412</b>
      </span>
      <span>
        Unpaid <b>$41,280.00</b>
      </span>
    </>
  )
}

function Empty() {
  return (
    <EmptyState
      title="Accounts are the people and companies you work for"
      text="Everything hangs from them: jobs, documents, organizers. Import the list you have, or add the first one by hand."
      action={{ label: 'Import accounts', onPress() {} }}
      link={{ label: 'Look around in the demo firm', to: '/gallery' }}
    />
  )
}

function Filters() {
  return (
    <>
      <FilterChip count={412} on onPress={() => {}}>
        All
      </FilterChip>
      <FilterChip count={87} onPress={() => {}}>
        Mine
      </FilterChip>
      <FilterChip count={96} state="client" onPress={() => {}}>
        Client’s turn
      </FilterChip>
      <ChipRule />
      <SetFilter name="Lifecycle" onRemove={() => {}}>
        Lifecycle is <b>active</b>
      </SetFilter>
      <FilterChip icon={<IconPlus {...SMALL_ICON} />} onPress={() => {}}>
        Filter
      </FilterChip>
    </>
  )
}

const COLUMNS: Column<Client>[] = [
  { key: 'name', title: 'Account', cell: (row) => row.name, sortable: true },
  { key: 'number', title: 'ID', cell: (row) => row.number, width: '80px', dim: true, hide: 'card' },
  { key: 'type', title: 'Type', cell: (row) => row.type, width: '96px', hide: 'narrow' },
  {
    key: 'tags',
    title: 'Tags',
    cell: (row) => row.tags.length > 0 && <Tags names={row.tags} most={2} />,
    width: '200px',
  },
  {
    key: 'team',
    title: 'Team',
    cell: (row) => (row.team.length > 0 ? <Avatars people={row.team} /> : <span className={styles.dim}>None</span>),
    width: '72px',
  },
  {
    key: 'organizers',
    title: 'Organizers',
    cell: (row) => row.organizers || null,
    width: '88px',
    align: 'end',
    sortable: true,
  },
  {
    key: 'unpaid',
    title: 'Unpaid',
    cell: (row) => row.unpaid > 0 && <Money cents={row.unpaid} currency="USD" late={row.late} />,
    width: '104px',
    align: 'end',
  },
  { key: 'portal', title: 'Portal', cell: (row) => <Portal state={row.portal} />, width: '96px' },
  {
    key: 'seen',
    title: 'Last seen',
    cell: (row) => (row.seenOn ? <DateText on={row.seenOn} /> : 'never'),
    width: '88px',
    align: 'end',
    dim: true,
  },
]

function Portal({ state }: { state: Client['portal'] }) {
  if (state === 'active') return <span className={styles.dim}>Active</span>
  return <State state={state === 'invited' ? 'client' : 'off'}>{state === 'invited' ? 'Invited' : 'Offline'}</State>
}
