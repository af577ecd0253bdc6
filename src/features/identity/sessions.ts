import { createHmac, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Endpoint } from '#kernel/contract.ts'
import type { FirmId, IdentityId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Server } from '#platform/db/server.ts'
import type { Tx, TxSource } from '#platform/db/tx.ts'
import type { Call } from '#platform/http/call.ts'
import { loginDb, STAFF_HOURS } from './login-library.ts'
import { sessionCookieName, tokenInCookies } from './session-cookie.ts'

/** What signing in and out takes from a call: its cookies, where it came from, and a way to set cookies. */
export type Doorway = Pick<Call<Endpoint>, 'source' | 'headers' | 'origin' | 'answerHeader'>

/** A firm that somebody is an active team member of. */
export type OwnFirm = { id: FirmId; name: string; slug: string }

const HOUR = 3_600_000
/** a client stays signed in on a device for so long (D-12 a) */
const CLIENT_DAYS = 30
/** ended sessions say in which firm somebody was last; then they are forgotten */
const KEPT_DAYS = 90

/**
 * The active memberships of a login, the one used last first. They are the only firms it can act in as staff; read
 * across firms, because whoever signs in is in none yet.
 */
export async function firmsOf(source: TxSource, identityId: IdentityId): Promise<OwnFirm[]> {
  const { rows } = await sql<OwnFirm>`
    select f.firm_id as id, f.name, f.slug
    from team_members m join firms f on f.firm_id = m.firm_id
      left join lateral (
        select max(s.updated_at) as at from auth.sessions s
        where s.identity_id = m.identity_id and s.firm_id = m.firm_id and s.kind = 'member') last on true
    where m.identity_id = ${identityId} and m.state = 'active'
    order by last.at desc nulls last, lower(f.name), f.firm_id`.execute(source.server.maintenance)
  return rows
}

/** Opens a session without a password: by a link that was used up, or right after signing up. Sets its cookie. */
export async function openSession(
  door: Doorway,
  identityId: IdentityId,
  place: { kind: 'member' | 'client'; firmId: FirmId },
): Promise<void> {
  const { source } = door
  const token = randomBytes(24).toString('base64url')
  const seconds = (place.kind === 'client' ? CLIENT_DAYS * 24 : STAFF_HOURS) * 3600
  await endPresentSession(door)
  await loginDb(source.server)
    .insertInto('auth.sessions')
    .values({
      token,
      identity_id: identityId,
      kind: null,
      firm_id: null,
      expires_at: source.now(),
      updated_at: source.now(),
    })
    .execute()
  await enterFirm(door, token, place)
  door.answerHeader('set-cookie', cookieOf(source.server, signed(source.server, token), seconds))
}

/** Writes into a session as what and where its holder acts, and until when: from now on it counts. */
export async function enterFirm(
  { source, origin }: Doorway,
  token: string,
  { kind, firmId }: { kind: 'member' | 'client'; firmId: FirmId },
): Promise<void> {
  const now = source.now()
  const hours = kind === 'client' ? CLIENT_DAYS * 24 : STAFF_HOURS
  await loginDb(source.server)
    .updateTable('auth.sessions')
    .set({
      kind,
      firm_id: firmId,
      expires_at: new Date(now.getTime() + hours * HOUR),
      ip_address: origin.ip,
      user_agent: origin.userAgent,
      updated_at: now,
    })
    .where('token', '=', token)
    .execute()
  await loginDb(source.server)
    .deleteFrom('auth.sessions')
    .where('expires_at', '<', new Date(now.getTime() - KEPT_DAYS * 24 * HOUR))
    .execute()
}

/** Goes on in another firm of the same login; a firm that it does not belong to does not exist for it (404). */
export async function switchFirm(door: Doorway, identityId: IdentityId, firmId: FirmId): Promise<void> {
  const token = tokenInCookies(door.headers.get('cookie'), door.source.server.publicUrl)
  const firms = await firmsOf(door.source, identityId)
  if (!token || !firms.some((firm) => firm.id === firmId)) throw new Refusal('not_found')
  await loginDb(door.source.server)
    .updateTable('auth.sessions')
    .set({ firm_id: firmId, updated_at: door.source.now() })
    .where('token', '=', token)
    .where('identity_id', '=', identityId)
    .where('kind', '=', 'member')
    .execute()
}

/** Signs out: ends the session of the call's cookie, if it has one, and clears the cookie. */
export async function signOut(door: Doorway): Promise<void> {
  await endPresentSession(door)
  door.answerHeader('set-cookie', cookieOf(door.source.server, '', 0))
}

/** Ends sessions of a login: all of them, those in the transaction's firm, or all but the one named. */
export async function endSessions(
  tx: Tx,
  identityId: IdentityId,
  which: { inThisFirm?: true; except?: string | null } = {},
): Promise<void> {
  await tx.db
    .updateTable('auth.sessions')
    .set({ expires_at: tx.now })
    .where('identity_id', '=', identityId)
    .where('expires_at', '>', tx.now)
    .$if(which.inThisFirm === true, (query) => query.where('firm_id', '=', tx.firmId))
    .$if(Boolean(which.except), (query) => query.where('token', '<>', which.except!))
    .execute()
}

async function endPresentSession({ source, headers }: Doorway): Promise<void> {
  const token = tokenInCookies(headers.get('cookie'), source.server.publicUrl)
  if (!token) return
  await loginDb(source.server)
    .updateTable('auth.sessions')
    .set({ expires_at: source.now() })
    .where('token', '=', token)
    .where('expires_at', '>', source.now())
    .execute()
}

/** The token with its signature, as the login library writes and reads it. */
function signed({ secret }: Server, token: string): string {
  return `${token}.${createHmac('sha256', secret).update(token).digest('base64')}`
}

function cookieOf({ publicUrl }: Server, value: string, seconds: number): string {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : ''
  const name = sessionCookieName(publicUrl)
  return `${name}=${encodeURIComponent(value)}; Max-Age=${seconds}; Path=/; HttpOnly${secure}; SameSite=Lax`
}
