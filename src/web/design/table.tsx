import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { type ReactNode, useRef } from 'react'
import { SMALL_ICON } from './icon.ts'
import styles from './table.module.css'
import cards from './table-cards.module.css'
import type { RowGroups } from './table-groups.tsx'
import { Rows, SkeletonRows } from './table-rows.tsx'
import { SelectAll, type Selection, useSelection } from './table-selection.tsx'

export type { RowGroups } from './table-groups.tsx'
export type { Selection } from './table-selection.tsx'

export type Column<Row> = {
  key: string
  title: string
  cell: (row: Row) => ReactNode
  /** CSS width; columns without one share the rest */
  width?: string
  /** numbers and dates stand at the right */
  align?: 'end'
  sortable?: boolean
  /** the quieter half of what is known, in grey */
  dim?: boolean
  /** left out below 1200 px (`narrow`), or in the cards of a phone (`card`) */
  hide?: 'narrow' | 'card'
}

export type Sort = { key: string; down: boolean }

export type TableProps<Row> = {
  /** what the table lists, for screen readers */
  label: string
  /** the first column names the row; in cards it is the title */
  columns: Column<Row>[]
  /** undefined while loading: skeleton rows of the same height */
  rows: Row[] | undefined
  rowKey: (row: Row) => string
  /** the row in words, for its tick */
  rowName: (row: Row) => string
  /** the row's own page or drawer: the first cell becomes a link that covers the row */
  rowTo?: (row: Row) => string
  sort?: Sort
  onSort?: (sort: Sort) => void
  /** with it every row has a tick; Shift-click takes a range */
  selection?: Selection
  /** heads between the rows */
  groups?: RowGroups<Row>
  /** instead of rows, where there are none: an EmptyState */
  empty?: ReactNode
  /** asks for more rows; called as the last ones come into view (`usePages`) */
  more?: (() => void) | null
  /** under the last row */
  after?: ReactNode
}

/**
 * Rows to scan, sort and select. The head sticks; rows are 36 px; only what is in view is drawn, so 10,000 scroll like
 * ten. Below 640 px each row becomes a card. Scrolls by itself: put it in a `bare` Page.
 */
export function Table<Row>(props: TableProps<Row>) {
  const { label, columns, rows, selection, rowKey, groups, empty, after } = props
  const scroller = useRef<HTMLDivElement>(null)
  const ids = rows?.map(rowKey) ?? []
  const pick = useSelection(ids, selection)
  const isEmpty = rows?.length === 0 && (groups?.list.length ?? 0) === 0
  if (isEmpty && empty) return <div className={styles.scroller}>{empty}</div>
  return (
    <div className={styles.scroller} ref={scroller}>
      <table
        className={`${styles.table} ${cards.cards}`}
        aria-label={label}
        aria-rowcount={rows ? rows.length + 1 : -1}
      >
        <colgroup>
          {pick && <col className={styles.tickColumn} />}
          {columns.map(({ key, width, hide }) => (
            <col key={key} style={{ width }} data-hide={hide} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {pick && (
              <th data-tick>
                <SelectAll pick={pick} />
              </th>
            )}
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} sort={props.sort} onSort={props.onSort} />
            ))}
          </tr>
        </thead>
        {rows ? (
          <Rows {...props} rows={rows} pick={pick} scroller={scroller} />
        ) : (
          <SkeletonRows columns={columns} ticks={pick !== null} />
        )}
      </table>
      {after && <div className={styles.after}>{after}</div>}
    </div>
  )
}

type HeadCellProps<Row> = { column: Column<Row>; sort: Sort | undefined; onSort: ((sort: Sort) => void) | undefined }

function HeadCell<Row>({ column: { key, title, align, sortable, hide }, sort, onSort }: HeadCellProps<Row>) {
  const sorted = sort?.key === key
  const Arrow = sort?.down ? IconArrowDown : IconArrowUp
  return (
    <th data-align={align} data-hide={hide} aria-sort={sorted ? (sort.down ? 'descending' : 'ascending') : undefined}>
      {sortable && onSort ? (
        <button
          type="button"
          className={styles.sort}
          onClick={() => onSort({ key, down: sorted ? !sort.down : false })}
        >
          {title}
          {sorted && <Arrow {...SMALL_ICON} />}
        </button>
      ) : (
        title
      )}
    </th>
  )
}
