import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect } from 'react'
import { AppLink } from './link.tsx'
import { Loading, SkeletonBar } from './skeleton.tsx'
import styles from './table.module.css'
import type { Column, TableProps } from './table.tsx'
import { entriesOf, GroupHead } from './table-groups.tsx'
import { type Pick, SelectRow } from './table-selection.tsx'

const ROW_HEIGHT = 37
const BEYOND_VIEW = 15
const SKELETONS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']

type RowsProps<Row> = TableProps<Row> & { rows: Row[]; pick: Pick | null; scroller: RefObject<HTMLDivElement | null> }

/** The rows in view, with empty ones above and below that keep the scroll bar true. */
export function Rows<Row>({ rows, scroller, more, groups, ...table }: RowsProps<Row>) {
  const { rowKey, columns, pick } = table
  const entries = entriesOf(rows, groups)
  const keyAt = (at: number) => {
    const { group, row } = entries[at]!
    return `${group?.key ?? ''} ${row === null ? '' : rowKey(row)}`
  }
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: BEYOND_VIEW,
    getItemKey: keyAt,
    initialRect: { width: 1200, height: 900 },
  })
  const shown = virtual.getVirtualItems()
  const above = shown[0]?.start ?? 0
  const nearEnd = (shown.at(-1)?.index ?? 0) >= entries.length - 1
  useEffect(() => {
    if (nearEnd) more?.()
  }, [nearEnd, more])
  const below = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0)
  const measure = virtual.measureElement
  return (
    <>
      <Spacer height={above} />
      <tbody>
        {shown.map(({ index, key }) => {
          const { group, row } = entries[index]!
          if (row !== null) return <BodyRow key={key} row={row} at={index} measure={measure} {...table} />
          const spans = columns.length + (pick ? 1 : 0)
          return (
            <GroupHead
              key={key}
              group={group!}
              at={index}
              columns={spans}
              onToggle={groups!.onToggle}
              pick={groups!.pick}
              measure={measure}
            />
          )
        })}
      </tbody>
      <Spacer height={below} />
    </>
  )
}

export function SkeletonRows<Row>({ columns, ticks }: { columns: Column<Row>[]; ticks: boolean }) {
  return (
    <tbody>
      {SKELETONS.map((name, at) => (
        <tr key={name} className={styles.row} data-index={at}>
          {ticks && <td data-tick />}
          {columns.map(({ key, hide, align }, column) => (
            <td key={key} data-hide={hide} data-align={align}>
              {at === 0 && column === 0 && <Loading />}
              <SkeletonBar width={column === 0 ? `${58 + ((at * 13) % 37)}%` : '48%'} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  )
}

type BodyRowProps<Row> = Omit<TableProps<Row>, 'rows'> & {
  row: Row
  at: number
  pick: Pick | null
  measure: (node: Element | null) => void
}

function BodyRow<Row>({ row, at, pick, measure, columns, rowKey, rowName, rowTo }: BodyRowProps<Row>) {
  const id = rowKey(row)
  const selected = pick?.has(id) ?? false
  return (
    <tr
      ref={measure}
      data-index={at}
      aria-rowindex={at + 2}
      className={styles.row}
      data-selected={selected || undefined}
      data-link={rowTo ? true : undefined}
    >
      {pick && (
        <td data-tick>
          <SelectRow pick={pick} id={id} name={rowName(row)} />
        </td>
      )}
      {columns.map(({ key, title, cell, align, dim, hide }, column) => (
        <td key={key} data-align={align} data-dim={dim || undefined} data-hide={hide} data-title={title}>
          {column === 0 && rowTo ? (
            <AppLink to={rowTo(row)} className={styles.rowLink}>
              {cell(row)}
            </AppLink>
          ) : (
            cell(row)
          )}
        </td>
      ))}
    </tr>
  )
}

function Spacer({ height }: { height: number }) {
  if (height <= 0) return null
  return (
    <tbody aria-hidden="true" className={styles.spacer}>
      <tr>
        <td style={{ height }} />
      </tr>
    </tbody>
  )
}
