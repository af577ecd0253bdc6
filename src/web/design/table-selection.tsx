import { Checkbox } from '@mantine/core'
import { type MouseEvent, useRef } from 'react'
import { useText } from '../text.tsx'

/** Which rows are selected, by key; the page keeps it and shows a SelectionBar. */
export type Selection = { ids: ReadonlySet<string>; onChange: (ids: Set<string>) => void }

export type Pick = {
  has(id: string): boolean
  /** ticks or unticks one row; with `range` also all since the last one */
  toggle(id: string, range: boolean): void
  /** null while there is no row to tick */
  all: 'all' | 'some' | 'none' | null
  toggleAll(): void
}

/** Selection of the rows that are loaded; null where the table has no ticks. */
export function useSelection(ids: string[], selection: Selection | undefined): Pick | null {
  const last = useRef<string | null>(null)
  if (!selection) return null
  const chosen = ids.filter((id) => selection.ids.has(id)).length
  const all = ids.length === 0 ? null : chosen === 0 ? 'none' : chosen === ids.length ? 'all' : 'some'
  return {
    all,
    has: (id) => selection.ids.has(id),
    toggle(id, range) {
      const on = !selection.ids.has(id)
      selection.onChange(toggled(selection.ids, range ? between(ids, last.current, id) : [id], on))
      last.current = id
    },
    toggleAll: () => selection.onChange(toggled(selection.ids, ids, all !== 'all')),
  }
}

export function SelectAll({ pick }: { pick: Pick }) {
  const t = useText()
  return (
    <Checkbox
      aria-label={t('table.select_all')}
      checked={pick.all === 'all'}
      indeterminate={pick.all === 'some'}
      disabled={pick.all === null}
      onChange={pick.toggleAll}
    />
  )
}

export function SelectRow({ pick, id, name }: { pick: Pick; id: string; name: string }) {
  const t = useText()
  return (
    <Checkbox
      aria-label={t('table.select_row', { name })}
      checked={pick.has(id)}
      onClick={(event: MouseEvent) => pick.toggle(id, event.shiftKey)}
      readOnly
    />
  )
}

/** The ids with some switched on or off. */
function toggled(ids: ReadonlySet<string>, which: string[], on: boolean): Set<string> {
  const next = new Set(ids)
  for (const id of which) on ? next.add(id) : next.delete(id)
  return next
}

/** The ids from one to another in the order of the table, both included. */
export function between(ids: string[], from: string | null, to: string): string[] {
  const [start, end] = [ids.indexOf(from ?? to), ids.indexOf(to)].sort((a, b) => a - b) as [number, number]
  return start < 0 ? [to] : ids.slice(start, end + 1)
}
