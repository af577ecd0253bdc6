import type { Virtualizer } from '@tanstack/react-virtual'
import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { Card } from '../schemas.ts'

/** The card at the upper edge of what is in view. */
type Anchor = { id: string; index: number; start: number }

/** Keeps what one looks at where it is while others move cards above it in or out of the column. */
export function useScrollAnchor(
  virtual: Virtualizer<HTMLDivElement, Element>,
  scroller: RefObject<HTMLDivElement | null>,
  cards: readonly Card[],
): void {
  const anchor = useRef<Anchor | null>(null)
  useLayoutEffect(() => {
    const held = anchor.current
    const element = scroller.current!
    if (held && element.scrollTop > 0 && cards[held.index]?.id !== held.id) {
      const index = cards.findIndex((card) => card.id === held.id)
      const start = virtual.measurementsCache[index]?.start
      if (start !== undefined) element.scrollTop += start - held.start
    }
    const first = virtual.getVirtualItems().find((item) => item.end > element.scrollTop)
    const card = first && cards[first.index]
    anchor.current = card ? { id: card.id, index: first.index, start: first.start } : null
  })
}
