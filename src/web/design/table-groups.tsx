import { Checkbox } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useFormat, useText } from '../text.tsx'
import { SMALL_ICON } from './icon.ts'
import styles from './table-groups.module.css'

/** One group of a table's rows. A shut one has its head only; its rows need not be loaded. */
export type RowGroup = {
  key: string
  title: ReactNode
  /** the title in words, for its tick */
  name: string
  count: number
  shut: boolean
}

/** Ticks of whole groups, loaded or not; the page knows what is in them. */
export type GroupPick = {
  stateOf: (key: string) => 'all' | 'some' | 'none'
  toggle: (key: string) => void
}

/** Rows under heads, in the order of the groups; the rows come group by group. */
export type RowGroups<Row> = {
  list: readonly RowGroup[]
  of: (row: Row) => string
  onToggle: (key: string) => void
  pick?: GroupPick
}

export type Entry<Row> = { group: RowGroup; row: null } | { group: RowGroup | null; row: Row }

/**
 * Heads and rows in one list. While rows are still to come, it ends with the first group that lacks some, so that what
 * comes is always added at the end.
 */
export function entriesOf<Row>(rows: readonly Row[], groups: RowGroups<Row> | undefined): Entry<Row>[] {
  if (!groups) return rows.map((row) => ({ group: null, row }))
  const byGroup = Map.groupBy(rows, groups.of)
  const lacks = ({ key, count, shut }: RowGroup) => !shut && (byGroup.get(key)?.length ?? 0) < count
  const ends = groups.list.findIndex(lacks)
  const lastLoaded = groups.list.findLastIndex(({ key, shut }) => !shut && byGroup.has(key))
  const shown = ends < 0 ? groups.list : groups.list.slice(0, Math.max(ends, lastLoaded) + 1)
  return shown.flatMap((group): Entry<Row>[] => [
    { group, row: null },
    ...(group.shut ? [] : (byGroup.get(group.key) ?? []).map((row) => ({ group, row }))),
  ])
}

type GroupHeadProps = {
  group: RowGroup
  at: number
  columns: number
  onToggle: (key: string) => void
  pick: GroupPick | undefined
  measure: (node: Element | null) => void
}

/** The head of a group, which opens and shuts it, and ticks all of it. */
export function GroupHead({ group, at, columns, onToggle, pick, measure }: GroupHeadProps) {
  const t = useText()
  const { number } = useFormat()
  const { key, title, name, count, shut } = group
  const Icon = shut ? IconChevronRight : IconChevronDown
  const state = pick?.stateOf(key)
  return (
    <tr ref={measure} data-index={at} aria-rowindex={at + 2} className={styles.group}>
      <th scope="rowgroup" colSpan={columns}>
        <div className={styles.head}>
          {pick && (
            <Checkbox
              className={styles.tick}
              aria-label={t('table.select_group', { name })}
              checked={state === 'all'}
              indeterminate={state === 'some'}
              onChange={() => pick.toggle(key)}
            />
          )}
          <button type="button" className={styles.toggle} aria-expanded={!shut} onClick={() => onToggle(key)}>
            <Icon {...SMALL_ICON} />
            <span className={styles.title}>{title}</span>
            <span className={styles.count}>{number(count)}</span>
          </button>
        </div>
      </th>
    </tr>
  )
}
