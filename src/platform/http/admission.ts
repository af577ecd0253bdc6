import type { SignedIn } from '#kernel/actor.ts'
import type { Endpoint } from '#kernel/contract.ts'
import { Refusal } from '#kernel/refusal.ts'
import { holdsRight } from '#kernel/rights.ts'

/**
 * Lets a caller in, or refuses: nobody signed in is 401, signed in without the right is 404, the same as missing
 * . State changes from another site are refused whatever the cookie says.
 */
export function letIn(endpoint: Endpoint, actor: SignedIn | null, request: Request): SignedIn | null {
  const site = request.headers.get('sec-fetch-site')
  if (endpoint.method !== 'get' && site !== null && site !== 'same-origin' && site !== 'none')
    throw new Refusal('cross_site')
  if ('anyone' in endpoint.who) return actor
  if (!actor) throw new Refusal('not_signed_in')
  if (!mayCall(endpoint, actor)) throw new Refusal('not_found')
  if (mustEnrolFirst(endpoint, actor)) throw new Refusal('second_factor_required')
  return actor
}

export function mayCall(endpoint: Endpoint, actor: SignedIn): boolean {
  const { who } = endpoint
  if ('anyone' in who) return true
  if ('client' in who) return actor.kind === 'client'
  if ('clientOrTodoLink' in who) return actor.kind === 'client' || actor.kind === 'todo_link'
  if (actor.kind !== 'member') return false
  switch (who.staff) {
    case 'any':
      return true
    case 'owner':
      return actor.role === 'owner'
    case 'admin':
      return actor.role !== 'employee'
    default:
      return holdsRight(actor, who.staff)
  }
}

function mustEnrolFirst({ who }: Endpoint, actor: SignedIn): boolean {
  return actor.kind === 'member' && actor.secondFactorMissing === true && !('beforeSecondFactor' in who)
}
