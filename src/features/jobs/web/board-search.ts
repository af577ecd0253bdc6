import { isId } from '#kernel/ids.ts'
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

const DAY = /^\d{4}-\d{2}-\d{2}$/
const isDay = (value: string) => DAY.test(value)
const oneOf =
  (...known: string[]) =>
  (value: string) =>
    known.includes(value)
const idOr =
  (...known: string[]) =>
  (value: string) =>
    known.includes(value) || isId(value)

/** What each part may be; whatever else somebody wrote into the address is not a filter. */
const KNOWN: Record<Exclude<Name, 'q'>, (value: string) => boolean> = {
  client: isId,
  tag: isId,
  member: isId,
  who: idOr('none'),
  role: isId,
  priority: oneOf('low', 'medium', 'high', 'urgent'),
  status: idOr('none', 'completed'),
  shown: idOr('none'),
  due_from: isDay,
  due_to: isDay,
  start_from: isDay,
  start_to: isDay,
  overdue: oneOf('job', 'stage'),
  pending: oneOf('yes', 'no'),
  turn: oneOf('client', 'team', 'ready', 'stuck'),
}

export function boardSearch(search: Record<string, unknown>): BoardSearch {
  const set = namesOf().flatMap((name) => {
    const value = search[name]
    if (typeof value !== 'string' || value === '') return []
    return name === 'q' || KNOWN[name](value) ? [[name, value.slice(0, 200)]] : []
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
