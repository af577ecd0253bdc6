import type { BoardFilter } from './use-board.ts'

/** The board's filter in its address: short names, and nothing that is not set. */
export type BoardSearch = { q?: string; tag?: string; member?: string; turn?: NonNullable<BoardFilter['turn']> }

const KNOWN = ['client', 'team', 'ready', 'stuck'] as const

export function boardSearch({ q, tag, member, turn }: Record<string, unknown>): BoardSearch {
  const known = KNOWN.find((each) => each === turn)
  return {
    ...(typeof q === 'string' && q !== '' ? { q: q.slice(0, 200) } : {}),
    ...(typeof tag === 'string' ? { tag } : {}),
    ...(typeof member === 'string' ? { member } : {}),
    ...(known ? { turn: known } : {}),
  }
}

export function filterOf({ q, tag, member, turn }: BoardSearch): BoardFilter {
  return { search: q, tagId: tag, memberId: member, turn }
}

export function searchOf({ search, tagId, memberId, turn }: BoardFilter): BoardSearch {
  return boardSearch({ q: search, tag: tagId, member: memberId, turn })
}
