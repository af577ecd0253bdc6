import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { type RefObject, useEffect, useState } from 'react'

/** What is under way: told by id, because its element may be drawn anew meanwhile. */
export type Dragged = { kind: 'stage' | 'automation'; id: string }

/** Lets an element be picked up with the mouse; gives whether it is in the air. */
export function useDraggable(ref: RefObject<HTMLElement | null>, { kind, id }: Dragged, enabled: boolean): boolean {
  const [dragging, setDragging] = useState(false)
  useEffect(() => {
    if (!ref.current || !enabled) return
    return draggable({
      element: ref.current,
      getInitialData: () => ({ kind, id }),
      onDragStart: () => setDragging(true),
      onDrop: () => setDragging(false),
    })
  }, [ref, kind, id, enabled])
  return dragging
}
