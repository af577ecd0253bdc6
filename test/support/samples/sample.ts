import type { Endpoint, ReturnOf } from '#kernel/contract.ts'
import type { Caller, Sent } from '../firm.ts'
import type { World } from '../world.ts'

/** A call of one route that succeeds: who makes it, what it sends. `expects` where a success is another status. */
export type Sample = { as?: 'owner' | 'client' | 'stranger'; sent?: Sent; expects?: number }

/** Rows by `slice.endpoint`; made anew for each use, so that a row may make what it is going to delete. */
export type Samples = Record<string, (world: World) => Sample | Promise<Sample>>

/** The revision that a thing has now, as If-Match. */
export async function seen<E extends Endpoint>(
  who: Caller,
  endpoint: E,
  params: Record<string, string> = {},
): Promise<Record<string, string>> {
  const answer = (await who.call(endpoint, { params })) as ReturnOf<E> & { revision: number }
  return { 'if-match': `"${answer.revision}"` }
}

let counter = 0
/** A name that nothing has yet. */
export function fresh(word: string): string {
  counter++
  return `${word} ${counter}`
}

export function freshEmail(): string {
  counter++
  return `fresh-${counter}-${Date.now()}@example.com`
}
