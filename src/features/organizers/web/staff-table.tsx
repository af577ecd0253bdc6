import type { ReactNode } from 'react'
import { usePages } from '#web/api/pages.ts'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { ProgressBar } from '#web/design/progress-bar.tsx'
import { useMenuColumn } from '#web/design/row-menu.tsx'
import { TimeAgo } from '#web/design/said.tsx'
import { type DotState, State } from '#web/design/state-dot.tsx'
import { type Column, Table } from '#web/design/table.tsx'
import { useText } from '#web/text.tsx'
import { organizersContract } from '../contract.ts'
import type { OrganizerRow } from '../schemas.ts'
import styles from './staff-table.module.css'

export type OrganizerTableProps = {
  query: { search?: string | undefined; status?: 'pending' | 'submitted' | undefined; accountId?: string }
  organizerTo: (organizer: OrganizerRow) => string
  /** what is done with an organizer besides opening it */
  menu?: ((organizer: OrganizerRow) => ReactNode) | undefined
  /** instead of rows, where there are none */
  empty: ReactNode
}

/** Organizers by pages: with whom they are, how far they are, when something last happened to them (ORG-57). */
export function OrganizerTable({ query, organizerTo, menu, empty }: OrganizerTableProps) {
  const t = useText()
  const menuColumn = useMenuColumn<OrganizerRow>()
  const shown = useColumns()
  const columns = menu ? [...shown, menuColumn((organizer) => organizer.name, menu)] : shown
  const { items, more, problem, retry } = usePages(
    organizersContract.listOrganizers,
    { query },
    { hears: ['accounts'] },
  )
  return (
    <>
      <ProblemNote problem={problem} onRetry={retry} />
      {!problem && (
        <Table
          label={t('organizers.title')}
          columns={query.accountId ? columns.filter(({ key }) => key !== 'client') : columns}
          rows={items}
          rowKey={(organizer) => organizer.id}
          rowName={(organizer) => organizer.name}
          rowTo={organizerTo}
          more={more}
          empty={empty}
        />
      )}
    </>
  )
}

function useColumns(): Column<OrganizerRow>[] {
  const t = useText()
  const status = useOrganizerStatus()
  return [
    { key: 'name', title: t('organizers.organizer'), cell: ({ name }) => name },
    { key: 'client', title: t('organizers.client'), width: '26%', cell: ({ accountName }) => accountName },
    {
      key: 'status',
      title: t('organizers.status'),
      width: '144px',
      cell: (organizer) => {
        const { state, said } = status(organizer)
        return <State state={state}>{said}</State>
      },
    },
    {
      key: 'progress',
      title: t('organizers.progress'),
      width: '160px',
      cell: ({ progress: { answered, total } }) => (
        <span className={styles.progress}>
          <span>{t('ui.progress', { done: answered, total })}</span>
          <ProgressBar label={t('organizers.progress')} done={answered} total={total} />
        </span>
      ),
    },
    {
      key: 'changed',
      title: t('organizers.changed'),
      width: '128px',
      align: 'end',
      dim: true,
      cell: ({ updatedAt }) => <TimeAgo at={updatedAt} />,
    },
  ]
}

/** In words and as a dot: who has it, and how far he got. */
export function useOrganizerStatus() {
  const t = useText()
  return (organizer: OrganizerRow): { state: DotState; said: string } => {
    if (organizer.archived) return { state: 'off', said: t('organizers.archived') }
    if (organizer.status === 'submitted') {
      return { state: 'ready', said: t(organizer.sealed ? 'organizers.sealed' : 'organizers.submitted') }
    }
    if (organizer.sealed) return { state: 'off', said: t('organizers.sealed') }
    if (organizer.startedAt) return { state: 'client', said: t('organizers.started') }
    return { state: 'client', said: t(organizer.openedAt ? 'organizers.opened' : 'organizers.not_opened') }
  }
}
