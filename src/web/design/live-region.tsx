import { VisuallyHidden } from '@mantine/core'
import { useSyncExternalStore } from 'react'

type Said = { polite: string; urgent: string }

let said: Said = { polite: '', urgent: '' }
const hearers = new Set<() => void>()

/** Tells screen readers what just happened on the screen: "Moved to Prepare", "3 results". */
export function announce(text: string, { urgent = false } = {}): void {
  const last = urgent ? said.urgent : said.polite
  // the same words twice are only heard when they differ
  const next = text === last ? `${text}\u00a0` : text
  said = urgent ? { ...said, urgent: next } : { ...said, polite: next }
  for (const hear of hearers) hear()
}

/** Where announcements are spoken from; each shell holds one. */
export function LiveRegion() {
  const { polite, urgent } = useSyncExternalStore(subscribe, () => said)
  return (
    <VisuallyHidden>
      <div role="status">{polite}</div>
      <div role="alert">{urgent}</div>
    </VisuallyHidden>
  )
}

function subscribe(hear: () => void): () => void {
  hearers.add(hear)
  return () => void hearers.delete(hear)
}
