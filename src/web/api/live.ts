import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { askAgain } from './hooks.ts'

/** Something of a kind changed; whoever shows it asks again. */
export type Change = { topic: string; ids: string[] }

/**
 * Keeps what is shown fresh while others work: listens to the live stream and asks again for every answer whose topic
 * changed, at most once a second. After a lost connection everything is asked again, because changes were missed.
 * Gives whether the stream is connected. For staff only; the portal asks again when it gets the focus.
 */
export function useLive(): boolean {
  const queries = useQueryClient()
  const [connected, setConnected] = useState(true)
  useEffect(() => {
    const gather = gatherer((topics) => {
      void askAgain(queries, (segment) => topics === 'all' || topics.some((topic) => isTopic(segment, topic)))
    })
    const stop = listen({
      hear: (changes) => gather.add(changes.map((change) => change.topic)),
      onLost: () => setConnected(false),
      onBack: () => {
        setConnected(true)
        gather.addAll()
      },
    })
    return () => {
      stop()
      gather.stop()
    }
  }, [queries])
  return connected
}

/** Topics whose queries go by another name. */
const OTHERWISE: Record<string, string> = { member: 'team-members' }

/** Whether a query's first segment speaks of a topic: `jobs` of `job`, `client-statuses` of `client_status`. */
export function isTopic(segment: string, topic: string): boolean {
  const name = topic.replaceAll('_', '-')
  const plural = name.endsWith('s') ? `${name}es` : name.replace(/y$/, 'ie').concat('s')
  return [name, plural, OTHERWISE[topic]].includes(segment)
}

/** Collects topics and passes them on at most once per `pause` milliseconds, the first ones at once. */
export function gatherer(pass: (topics: string[] | 'all') => void, pause = 1000) {
  let waiting = new Set<string>()
  let all = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = () => {
    timer = undefined
    if (!all && waiting.size === 0) return
    pass(all ? 'all' : [...waiting])
    waiting = new Set()
    all = false
    timer = setTimeout(flush, pause)
  }
  return {
    add(topics: string[]) {
      for (const topic of topics) waiting.add(topic)
      if (!timer) flush()
    },
    addAll() {
      all = true
      if (!timer) flush()
    },
    stop: () => clearTimeout(timer),
  }
}

type Listener = { hear(changes: Change[]): void; onLost(): void; onBack(): void }

const LONGEST_WAIT = 30_000

/**
 * Opens the stream, which also tells what changed since the page began to ask, and keeps it open: the browser reconnects
 * after a break, we after a refusal (it gives up then).
 */
function listen({ hear, onLost, onBack }: Listener): () => void {
  let source: EventSource
  let wait = 1000
  let lost = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const open = () => {
    source = new EventSource(`/api/v1/live?age=${Math.round(performance.now())}`)
    source.onopen = () => {
      wait = 1000
      if (lost) onBack()
      lost = false
    }
    source.addEventListener('changes', (event) => hear(JSON.parse(event.data) as Change[]))
    source.onerror = () => {
      if (!lost) onLost()
      lost = true
      if (source.readyState !== EventSource.CLOSED) return
      timer = setTimeout(open, wait)
      wait = Math.min(wait * 2, LONGEST_WAIT)
    }
  }
  open()
  return () => {
    clearTimeout(timer)
    source.close()
  }
}
