import type { Icon } from '@tabler/icons-react'
import { useEffect, useRef, useSyncExternalStore } from 'react'

/** Something that can be found by typing and then done or opened. */
export type Command = {
  /** the same id twice is one command: the newer wins */
  id: string
  label: string
  /** heading it stands under */
  group: string
  /** quieter words behind the label: the account of a job */
  hint?: string
  /** other words people may type for it */
  keywords?: string
  icon?: Icon
  /** its shortcut, shown only */
  keys?: string
  run: () => void
}

/** Asks the server: accounts, jobs and so on that match; called with at least two characters, a moment after typing. */
export type Find = (query: string, signal: AbortSignal) => Promise<Command[]>

/** Offers commands in the palette while this component is shown. */
export function useCommands(commands: Command[]): void {
  const latest = useRef(commands)
  useEffect(() => {
    latest.current = commands
  })
  const described = commands.map(({ id, label, hint }) => `${id} ${label} ${hint ?? ''}`).join('\n')
  useEffect(() => {
    if (described === '') return
    const offer = latest.current.map((command, at) => ({ ...command, run: () => latest.current[at]?.run() }))
    offers.add(offer)
    changed()
    return () => {
      offers.delete(offer)
      changed()
    }
  }, [described])
}

/** All commands on offer, those of the page before those of the shell. */
export function useOffer(): Command[] {
  return useSyncExternalStore(subscribe, () => all)
}

/** Commands that hold every word of the query, those that begin with it first. */
export function matching(commands: Command[], query: string): Command[] {
  const words = fold(query).split(/\s+/).filter(Boolean)
  const hits = commands.filter(({ label, hint, keywords, group }) => {
    const text = fold([label, hint, keywords, group].join(' '))
    return words.every((word) => text.includes(word))
  })
  const begins = ({ label }: Command) => (fold(label).startsWith(fold(query.trim())) ? 0 : 1)
  return hits.sort((a, b) => begins(a) - begins(b))
}

const offers = new Set<Command[]>()
const hearers = new Set<() => void>()
let all: Command[] = []

function changed(): void {
  const newestFirst = [...offers].reverse().flat()
  all = newestFirst.filter(({ id }, at) => newestFirst.findIndex((command) => command.id === id) === at)
  for (const hear of hearers) hear()
}

/** Without case and accents: "muller" finds Müller. */
function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

function subscribe(hear: () => void): () => void {
  hearers.add(hear)
  return () => void hearers.delete(hear)
}
