import { type KeyboardEvent, useEffect } from 'react'
import type { Direction } from './draft-edits.ts'
import { type Selected, useEditor } from './editor-context.tsx'
import { useMoves } from './use-moves.ts'

const DIRECTIONS: Partial<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

/** Alt and an arrow move what has the focus, which keeps it, wherever it goes. */
export function useKeyMoves(selected: Selected): (event: KeyboardEvent) => void {
  const { edit } = useEditor()
  const { step } = useMoves()
  const id = selected.kind === 'stage' ? selected.stage.id : selected.automation.id
  useKeptFocus(id)
  return (event) => {
    const direction = event.altKey && edit ? DIRECTIONS[event.key] : undefined
    if (!direction) return
    event.preventDefault()
    const go = step(selected, direction)
    if (!go) return
    moved = id
    go()
  }
}

/** What a key has just moved: where it is drawn anew, in another stage perhaps, it takes the focus again. */
let moved: string | null = null

function useKeptFocus(id: string): void {
  useEffect(() => {
    if (moved !== id) return
    moved = null
    document.querySelector<HTMLElement>(`[data-select="${CSS.escape(id)}"]`)?.focus()
  })
}
