import { useEffect, useEffectEvent, useState } from 'react'

type Held = { order: number; close: () => void }

let count = 0
const held = new Set<Held>()

/**
 * Closes this on Escape while it is shown, and nothing under it: of a small window over a form in a drawer, one press
 * closes the window, the next the form, the next the drawer. Mantine's own would close all of them at once.
 */
export function useEscape(close: () => void): void {
  /** counted while drawing, where what lies under it comes first */
  const [order] = useState(() => ++count)
  const latest = useEffectEvent(close)
  useEffect(() => {
    const entry = { order, close: () => latest() }
    if (held.size === 0) window.addEventListener('keydown', onKey, { capture: true })
    held.add(entry)
    return () => {
      held.delete(entry)
      if (held.size === 0) window.removeEventListener('keydown', onKey, { capture: true })
    }
  }, [order])
}

/** Closes on Escape for as long as it is drawn: for what stays where it is while it is closed. */
export function OnEscape({ close }: { close: () => void }): null {
  useEscape(close)
  return null
}

function onKey(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.isComposing || isOfList(event.target)) return
  const [top] = [...held].sort((a, b) => b.order - a.order)
  if (!top) return
  event.preventDefault()
  top.close()
}

/** An open list or menu closes itself; Mantine marks it so. */
function isOfList(target: EventTarget | null): boolean {
  return target instanceof Element && target.getAttribute('data-mantine-stop-propagation') === 'true'
}
