import type { Fact, HistoryItem } from './contract.ts'

/** A line of a story: what happened, and what the automations then did because of it. */
export type StoryLine = { item: HistoryItem; followed: HistoryItem[] }
export type StoryDay = { day: string; lines: StoryLine[] }

/** A job's entries into stages: always lines of their own, told with their cause. */
const ENTRIES: ReadonlySet<string> = new Set(['job.created', 'job.movedByHand', 'job.movedToPipeline', 'job.moved'])

/**
 * Turns a history, newest first, into a story by days: what automations did stands under what caused it, oldest first,
 * where that is told too; everything else is a line. `dayOf` says on which date an instant falls for the reader.
 */
export function storyOf(items: readonly HistoryItem[], dayOf: (at: string) => string): StoryDay[] {
  const lines = new Map<string, StoryLine>()
  const byId = new Map(items.map((item) => [item.id as string, item]))
  const causeIn = (item: HistoryItem) => byId.get(item.cause?.id ?? '')
  const isFollowed = (item: HistoryItem) =>
    item.actor.kind === 'automation' && !ENTRIES.has(item.type) && causeIn(item) !== undefined
  for (const item of items) if (!isFollowed(item)) lines.set(item.id, { item, followed: [] })
  for (const item of items.toReversed()) {
    if (isFollowed(item)) lines.get(rootOf(item, causeIn, isFollowed).id)?.followed.push(item)
  }
  const days = Map.groupBy(lines.values(), ({ item }) => dayOf(item.at))
  return [...days].map(([day, told]) => ({ day, lines: told }))
}

export type Sayer = { join(items: string[]): string; date(on: string): string }

/** What payloads call days. Names of things may look like days too, and stay as they were typed. */
const DAYS: ReadonlySet<string> = new Set(['on', 'startOn', 'dueOn', 'startBefore', 'dueBefore'])
const DAY = /^\d{4}-\d{2}-\d{2}$/

/**
 * What a sentence is filled with: texts and numbers as they are, days as the reader writes them, lists joined and, under
 * `…Count`, counted.
 */
export function sentenceValues(
  { payload }: Pick<Fact, 'payload'>,
  actor: string,
  { join, date }: Sayer,
): Record<string, string | number> {
  const values: Record<string, string | number> = { actor }
  for (const [name, value] of Object.entries(payload)) {
    if (DAYS.has(name) && typeof value === 'string' && DAY.test(value)) values[name] = date(value)
    else if (typeof value === 'string' || typeof value === 'number') values[name] = value
    else if (typeof value === 'boolean') values[name] = String(value)
    else if (Array.isArray(value)) {
      values[`${name}Count`] = value.length
      if (value.every((each) => typeof each === 'string')) values[name] = join(value)
    }
  }
  return values
}

/** An instant as a server writes it: '2026-04-02 12:20:05' in UTC. */
export function utcClock(at: string): string {
  return at.slice(0, 19).replace('T', ' ')
}

/** The same instant on the clock of who acted: '14:20 (+02:00)'. `offsetMinutes` counts east of Greenwich. */
export function theirClock(at: string, offsetMinutes: number): string {
  const there = new Date(Date.parse(at) + offsetMinutes * 60_000).toISOString().slice(11, 16)
  const [hours, minutes] = [Math.floor(Math.abs(offsetMinutes) / 60), Math.abs(offsetMinutes) % 60]
  return `${there} (${offsetMinutes < 0 ? '−' : '+'}${twoDigits(hours)}:${twoDigits(minutes)})`
}

/** Browser and system of a user agent, as far as they are common: 'Firefox, Windows'. */
export function agentName(userAgent: string): string {
  const find = (names: [RegExp, string][]) => names.find(([pattern]) => pattern.test(userAgent))?.[1]
  const known = [find(BROWSERS), find(SYSTEMS)].filter((name) => name !== undefined)
  return known.length > 0 ? known.join(', ') : userAgent.slice(0, 40)
}

/** More special names first: Edge calls itself Chrome too, Chrome calls itself Safari. */
const BROWSERS: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const SYSTEMS: [RegExp, string][] = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]

function rootOf(
  item: HistoryItem,
  causeIn: (item: HistoryItem) => HistoryItem | undefined,
  isFollowed: (item: HistoryItem) => boolean,
): HistoryItem {
  let root = item
  for (let steps = 0; isFollowed(root) && steps < 50; steps++) root = causeIn(root) ?? root
  return root
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
