import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { autoScroll } from '#web/design/auto-scroll.ts'

/** Lets a row be picked up by its handle; gives whether it is in the air. `kind` says which lists take it. */
export function useDraggableRow(
  row: RefObject<HTMLElement | null>,
  handle: RefObject<HTMLElement | null>,
  { kind, id, enabled }: { kind: string; id: string; enabled: boolean },
): boolean {
  const [isDragging, setDragging] = useState(false)
  useEffect(() => {
    if (!row.current || !handle.current || !enabled) return
    return draggable({
      element: row.current,
      dragHandle: handle.current,
      getInitialData: () => ({ kind, id }),
      onDragStart: () => setDragging(true),
      onDrop: () => setDragging(false),
    })
  }, [row, handle, kind, id, enabled])
  return isDragging
}

/**
 * Lets rows (children with `data-sort`) be dropped in a list at another place; gives the index among the others where
 * the one in the air would land, for a line to be drawn.
 */
export function useSortableList(
  list: RefObject<HTMLElement | null>,
  { kind, enabled, onMove }: { kind: string; enabled: boolean; onMove(id: string, index: number): void },
): number | null {
  const [at, setAt] = useState<number | null>(null)
  const move = useLatest(onMove)
  useEffect(() => {
    const element = list.current
    if (!element || !enabled) return
    return dropTargetForElements({
      element,
      canDrop: ({ source }) => source.data.kind === kind,
      onDrag: ({ source, location }) => setAt(indexAt(element, source.data.id, location.current.input.clientY)),
      onDragLeave: () => setAt(null),
      onDrop: ({ source, location }) => {
        setAt(null)
        move.current(String(source.data.id), indexAt(element, source.data.id, location.current.input.clientY))
      },
    })
  }, [list, kind, enabled, move])
  return at
}

/** Scrolls an element while a row is dragged near its edge. */
export function useAutoScroll(scroller: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (scroller.current) return autoScroll(scroller.current)
  }, [scroller])
}

/** Lets rows of a kind be dropped onto an element as a whole; gives whether one hovers over it. */
export function useDropOnto(
  target: RefObject<HTMLElement | null>,
  { kind, enabled, onDrop }: { kind: string; enabled: boolean; onDrop(id: string): void },
): boolean {
  const [isOver, setOver] = useState(false)
  const drop = useLatest(onDrop)
  useEffect(() => {
    if (!target.current || !enabled) return
    return dropTargetForElements({
      element: target.current,
      canDrop: ({ source }) => source.data.kind === kind,
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: ({ source }) => {
        setOver(false)
        drop.current(String(source.data.id))
      },
    })
  }, [target, kind, enabled, drop])
  return isOver
}

function useLatest<Value>(value: Value): RefObject<Value> {
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
  })
  return latest
}

/** How many of the other rows stand above a point. */
function indexAt(list: HTMLElement, id: unknown, y: number): number {
  const others = [...list.querySelectorAll<HTMLElement>(':scope > [data-sort]')].filter(
    (row) => row.dataset.sort !== id,
  )
  return others.filter((row) => {
    const { top, bottom } = row.getBoundingClientRect()
    return (top + bottom) / 2 < y
  }).length
}
