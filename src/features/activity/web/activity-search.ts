import { isId } from '#kernel/ids.ts'
import { ACTOR_KINDS, type ActorKind, EVENT_KINDS, type EventKind } from '../rules.ts'

export const KINDS = Object.keys(EVENT_KINDS) as EventKind[]

/** What a history is narrowed to, in the address of its page. `who` is somebody's id, or a kind of actor. */
export type ActivitySearch = { kind?: EventKind; who?: string; from?: string; to?: string }

export function activitySearch(given: Record<string, unknown>): ActivitySearch {
  const kind = KINDS.find((each) => each === given.kind)
  const who = typeof given.who === 'string' && (isActorKind(given.who) || isId(given.who)) ? given.who : undefined
  return { ...(kind && { kind }), ...(who && { who }), ...dayOf('from', given.from), ...dayOf('to', given.to) }
}

/** The same as the API asks for it. */
export function filterOf({ who, ...rest }: ActivitySearch) {
  if (who === undefined) return rest
  return isActorKind(who) ? { ...rest, actorKind: who } : { ...rest, actorId: who }
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

function isActorKind(who: string): who is ActorKind {
  return ACTOR_KINDS.some((kind) => kind === who)
}

function dayOf(name: 'from' | 'to', value: unknown): ActivitySearch {
  return typeof value === 'string' && DAY.test(value) && !Number.isNaN(Date.parse(value)) ? { [name]: value } : {}
}
