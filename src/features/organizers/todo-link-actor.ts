import type { TodoLinkActor } from '#kernel/actor.ts'
import type { OrganizerId } from '#kernel/ids.ts'
import type { Database } from '#platform/db/connect.ts'
import { findTodoLink } from './find-todo-link.ts'
import { hashOf } from './insert-todo-links.ts'

const COOKIE = 'throughline.todo'

/**
 * Who holds an open to-do link on this device (D-12 b); null without its cookie, after its 7 days, or once the contact
 * has left the account. The browser sends the cookie to the paths of that one organizer and that one link only.
 */
export async function actorOfTodoLink(db: Database, cookies: string | null, now: Date): Promise<TodoLinkActor | null> {
  const held = heldLink(cookies)
  if (!held) return null
  const link = await findTodoLink(db, held.token)
  const isOpen = link !== null && link.expiresAt > now && link.deviceHashes.includes(hashOf(held.device))
  return isOpen ? link.actor : null
}

/** The secret by which this browser holds the link; null where it does not. */
export function deviceFor(cookies: string | null, token: string): string | null {
  const held = heldLink(cookies)
  return held?.token === token ? held.device : null
}

/** The cookies that make a browser hold a link: one for the paths of its organizer, one for those of the link. */
export function todoCookies(
  { token, device, organizerId }: { token: string; device: string; organizerId: OrganizerId },
  lifeSeconds: number,
  publicUrl: string,
): string[] {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : ''
  return [`/api/v1/portal/organizers/${organizerId}`, `/api/v1/todo-links/${token}`].map(
    (path) => `${COOKIE}=${token}.${device}; Path=${path}; Max-Age=${lifeSeconds}; HttpOnly; SameSite=Strict${secure}`,
  )
}

function heldLink(cookies: string | null): { token: string; device: string } | null {
  const found = new RegExp(`(?:^|;\\s*)${COOKIE.replace('.', '\\.')}=([\\w-]{43})\\.([\\w-]{43})(?:;|$)`).exec(
    cookies ?? '',
  )
  return found ? { token: found[1]!, device: found[2]! } : null
}
