import type { TodoLinkActor } from '#kernel/actor.ts'
import type { OrganizerId } from '#kernel/ids.ts'
import type { Server } from '#platform/db/server.ts'
import { API } from '#platform/http/mount.ts'
import { cookieIn } from '../identity/index.ts'
import { findTodoLink } from './find-todo-link.ts'
import { hashOf } from './insert-todo-links.ts'

/**
 * Who holds an open to-do link on this device (D-12 b); null without its cookie, after its 7 days, or once the contact
 * has left the account. The browser sends the cookie to the paths of that one organizer and that one link only.
 */
export async function actorOfTodoLink(
  { maintenance, publicUrl }: Pick<Server, 'maintenance' | 'publicUrl'>,
  cookies: string | null,
  now: Date,
): Promise<TodoLinkActor | null> {
  const held = heldLink(cookies, publicUrl)
  if (!held) return null
  const link = await findTodoLink(maintenance, held.token)
  const isOpen = link !== null && link.expiresAt > now && link.deviceHashes.includes(hashOf(held.device))
  return isOpen ? link.actor : null
}

/** The secret by which this browser holds the link; null where it does not. */
export function deviceFor(cookies: string | null, token: string, publicUrl: string): string | null {
  const held = heldLink(cookies, publicUrl)
  return held?.token === token ? held.device : null
}

/** The cookies that make a browser hold a link: one for the paths of its organizer, one for those of the link. */
export function todoCookies(
  { token, device, organizerId }: { token: string; device: string; organizerId: OrganizerId },
  lifeSeconds: number,
  publicUrl: string,
): string[] {
  const attributes = `Max-Age=${lifeSeconds}; HttpOnly; SameSite=Strict${isSecure(publicUrl) ? '; Secure' : ''}`
  return [`${API}/portal/organizers/${organizerId}`, `${API}/todo-links/${token}`].map(
    (path) => `${cookieName(publicUrl)}=${token}.${device}; Path=${path}; ${attributes}`,
  )
}

function heldLink(cookies: string | null, publicUrl: string): { token: string; device: string } | null {
  const [token, device] = cookieIn(cookies, cookieName(publicUrl))?.split('.') ?? []
  return token && device ? { token, device } : null
}

function cookieName(publicUrl: string): string {
  return isSecure(publicUrl) ? '__Secure-throughline.todo' : 'throughline.todo'
}

function isSecure(publicUrl: string): boolean {
  return publicUrl.startsWith('https:')
}
