import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { Card } from '../schemas.ts'

/** The cards of one column as far as they are loaded, and how to bring one into view. */
export type Lane = { cards: Card[]; show: (at: number) => void }

const STEPS: Record<string, readonly [across: number, down: number]> = {
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
}

/** As often as a card that is scrolled to may be missing before it is drawn. */
const FRAMES = 10

/**
 * Makes the cards of a board one stop for Tab, with the arrow keys to walk between them. `focusJob` puts the focus on a
 * job's card wherever it stands now.
 */
export function useBoardKeys(root: RefObject<HTMLElement | null>, stageIds: readonly string[]) {
  const lanes = useRef(new Map<string, Lane>())
  const [reached, setReached] = useState<string | null>(null)
  const onLane = useCallback((stageId: string, lane: Lane | null) => {
    if (lane) lanes.current.set(stageId, lane)
    else lanes.current.delete(stageId)
  }, [])

  const focusJob = useCallback(
    (jobId: string) => {
      for (const lane of lanes.current.values()) {
        const at = lane.cards.findIndex((card) => card.id === jobId)
        if (at >= 0) lane.show(at)
      }
      setReached(jobId)
      focusSoon(root, jobId, FRAMES)
    },
    [root],
  )

  useEffect(() => {
    const board = root.current!
    const onKey = (event: KeyboardEvent) => {
      const step = STEPS[event.key]
      const from = jobAt(event.target)
      if (!step || !from || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      const columns = stageIds.flatMap((id) => lanes.current.get(id) ?? [])
      const next = neighbour(columns, from, step)
      if (next) focusJob(next)
    }
    const onFocus = (event: FocusEvent) => {
      const jobId = jobAt(event.target)
      if (jobId) setReached(jobId)
    }
    board.addEventListener('keydown', onKey)
    board.addEventListener('focusin', onFocus)
    return () => {
      board.removeEventListener('keydown', onKey)
      board.removeEventListener('focusin', onFocus)
    }
  }, [root, stageIds, focusJob])

  useEffect(() => {
    if (reached && lanes.current.size > 0 && !cardIn(lanes.current, reached)) setReached(null)
  })
  const focusedCard = () => {
    const element = document.activeElement?.closest<HTMLElement>('[data-job]')
    const card = element?.dataset.job && cardIn(lanes.current, element.dataset.job)
    return element && card ? { card, element } : null
  }
  return { reached, onLane, focusJob, focusedCard }
}

/** The card a step away: the next one in the column, or the one at the same height in the next column that has any. */
export function neighbour(
  columns: readonly Pick<Lane, 'cards'>[],
  from: string,
  [across, down]: readonly [number, number],
): string | null {
  const column = columns.findIndex(({ cards }) => cards.some((card) => card.id === from))
  const at = columns[column]?.cards.findIndex((card) => card.id === from) ?? -1
  if (at < 0) return null
  if (across === 0) return columns[column]?.cards[at + down]?.id ?? null
  for (let next = column + across; next >= 0 && next < columns.length; next += across) {
    const { cards } = columns[next]!
    if (cards.length > 0) return cards[Math.min(at, cards.length - 1)]!.id
  }
  return null
}

function cardIn(lanes: ReadonlyMap<string, Lane>, jobId: string): Card | undefined {
  for (const { cards } of lanes.values()) {
    const found = cards.find((card) => card.id === jobId)
    if (found) return found
  }
  return undefined
}

function jobAt(target: EventTarget | null): string | null {
  if (!(target instanceof HTMLElement) || !target.matches('[data-card-link]')) return null
  return target.closest<HTMLElement>('[data-job]')?.dataset.job ?? null
}

function focusSoon(root: RefObject<HTMLElement | null>, jobId: string, frames: number): void {
  requestAnimationFrame(() => {
    const link = root.current?.querySelector<HTMLElement>(`[data-job="${jobId}"] [data-card-link]`)
    if (link) link.focus()
    else if (frames > 0) focusSoon(root, jobId, frames - 1)
  })
}
