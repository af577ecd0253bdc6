import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine'
import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { AutomationId, StageId } from '#kernel/ids.ts'
import { autoScroll } from '#web/design/auto-scroll.ts'
import type { Spot } from './draft-edits.ts'
import type { Dragged } from './use-draggable.ts'
import { useMoves } from './use-moves.ts'

/** Where what is dragged would land. */
export type Target =
  | ({ kind: 'automation'; id: AutomationId } & Spot)
  | { kind: 'stage'; beside: StageId; edge: 'before' | 'after'; index: number }

type Point = { clientX: number; clientY: number }

/** Lets automations and stages be dropped among the lanes; gives where the one in the air would land. */
export function useLaneDrag(lanes: RefObject<HTMLElement | null>, enabled: boolean): Target | null {
  const [target, setTarget] = useState<Target | null>(null)
  const moves = useMoves()
  const latest = useRef(moves)
  useEffect(() => {
    latest.current = moves
  })
  useEffect(() => {
    const element = lanes.current
    if (!element || !enabled) return
    const targetOf = (data: Record<string, unknown>, at: Point) => landing(element, data as Dragged, at)
    return combine(
      autoScroll(element),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => source.data.kind === 'stage' || source.data.kind === 'automation',
        onDrag: ({ source, location }) => setTarget((now) => same(now, targetOf(source.data, location.current.input))),
        onDragLeave: () => setTarget(null),
        onDrop: ({ source, location }) => {
          setTarget(null)
          const spot = targetOf(source.data, location.current.input)
          if (spot?.kind === 'automation') latest.current.automationTo(spot.id, spot)
          if (spot?.kind === 'stage') latest.current.stageTo(source.data.id as StageId, spot.index)
        },
      }),
    )
  }, [lanes, enabled])
  return target
}

/** The lane under the pointer, or the nearest one beside it, and the place among what stands there. */
function landing(lanes: HTMLElement, { kind, id }: Dragged, at: Point): Target | null {
  const all = [...lanes.querySelectorAll<HTMLElement>('[data-lane]')]
  if (kind === 'stage') {
    const others = all.filter((lane) => lane.dataset.lane !== id)
    const index = others.filter((lane) => middle(lane).x < at.clientX).length
    const beside = others[index] ?? others.at(-1)
    if (!beside) return null
    return { kind, beside: beside.dataset.lane as StageId, edge: others[index] ? 'before' : 'after', index }
  }
  const lane = all.find((it) => it.getBoundingClientRect().right >= at.clientX) ?? all.at(-1)
  if (!lane) return null
  const cards = [...lane.querySelectorAll<HTMLElement>('[data-automation]')]
  const index = cards.filter((card) => card.dataset.automation !== id && middle(card).y < at.clientY).length
  return { kind, id: id as AutomationId, stageId: lane.dataset.lane as StageId, index }
}

function middle(element: HTMLElement): { x: number; y: number } {
  const { left, right, top, bottom } = element.getBoundingClientRect()
  return { x: (left + right) / 2, y: (top + bottom) / 2 }
}

/** Keeps the old object where nothing changed, so that a still pointer draws nothing. */
function same(now: Target | null, next: Target | null): Target | null {
  return JSON.stringify(now) === JSON.stringify(next) ? now : next
}
