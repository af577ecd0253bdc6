import type { BoardFilter } from './use-board.ts'

/** What each part of the filter is called in an address: short names, and nothing that is not set (VIEW-7). */
const NAMES = {
  q: 'search',
  client: 'accountId',
  tag: 'tagId',
  member: 'memberId',
  who: 'assigneeId',
  role: 'roleId',
  priority: 'priority',
  status: 'statusId',
  shown: 'clientStatusId',
  due_from: 'dueFrom',
  due_to: 'dueTo',
  start_from: 'startFrom',
  start_to: 'startTo',
  overdue: 'overdue',
  pending: 'pending',
  turn: 'turn',
} as const satisfies Record<string, keyof BoardFilter>

type Name = keyof typeof NAMES
export type BoardSearch = { [N in Name]?: NonNullable<BoardFilter[(typeof NAMES)[N]]> }

/** Of what is one of a few, those; whatever else somebody wrote into the address is not a filter. */
const KNOWN: { [N in Name]?: readonly string[] } = {
  priority: ['low', 'medium', 'high', 'urgent'],
  overdue: ['job', 'stage'],
  pending: ['yes', 'no'],
  turn: ['client', 'team', 'ready', 'stuck'],
}
const DAY = /^\d{4}-\d{2}-\d{2}$/
const DAYS: readonly string[] = ['due_from', 'due_to', 'start_from', 'start_to']

export function boardSearch(search: Record<string, unknown>): BoardSearch {
  const set = namesOf().flatMap((name) => {
    const value = search[name]
    if (typeof value !== 'string' || value === '') return []
    const known = KNOWN[name]?.includes(value) ?? (!DAYS.includes(name) || DAY.test(value))
    return known ? [[name, value.slice(0, 200)]] : []
  })
  return Object.fromEntries(set)
}

export function filterOf(search: BoardSearch): BoardFilter {
  return Object.fromEntries(namesOf().flatMap((name) => (search[name] ? [[NAMES[name], search[name]]] : [])))
}

export function searchOf(filter: BoardFilter): BoardSearch {
  return boardSearch(Object.fromEntries(namesOf().map((name) => [name, filter[NAMES[name]]])))
}

function namesOf(): Name[] {
  return Object.keys(NAMES) as Name[]
}
