import { sql } from 'kysely'
import type { SignedIn } from '#kernel/actor.ts'
import type { AccountId, ContactId, FirmId, IdentityId, MemberId } from '#kernel/ids.ts'
import type { Right, Role } from '#kernel/rights.ts'
import type { Database } from '#platform/db/connect.ts'

/** better-auth's cookie: the session's token, a dot, its signature. */
export const SESSION_COOKIE = 'throughline.session_token'

type MemberRow = { identity_id: IdentityId; firm_id: FirmId; id: MemberId; name: string; role: Role; rights: Right[] }
type ClientRow = { identity_id: IdentityId; firm_id: FirmId; contact_id: ContactId; name: string; email: string; account_ids: AccountId[] }

/**
 * Who a session token stands for, in which firm: read from the session's row alone. Null for an unknown or ended
 * session, a deactivated member, a client without any Login left. `db` is the maintenance role: the firm is not known yet.
 */
export async function actorOfSession(db: Database, token: string, now: Date): Promise<SignedIn | null> {
  const session = await db
    .selectFrom('auth.sessions')
    .select(['kind', 'identity_id'])
    .where('token', '=', token)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  if (session?.kind === 'member') return memberOf(db, token)
  if (session?.kind === 'client') return clientOf(db, token)
  return null
}

export function tokenInCookies(header: string | null): string | null {
  const match = new RegExp(`(?:^|;\\s*)(?:__Secure-)?${SESSION_COOKIE.replace('.', '\\.')}=([^;]+)`).exec(header ?? '')
  if (!match) return null
  try {
    return decodeURIComponent(match[1]!).split('.')[0] || null
  } catch {
    return null
  }
}

async function memberOf(db: Database, token: string): Promise<SignedIn | null> {
  const { rows } = await sql<MemberRow>`
    select s.identity_id, m.firm_id, m.id, m.name, m.role, m.rights
    from auth.sessions s join team_members m on m.firm_id = s.firm_id and m.identity_id = s.identity_id
    where s.token = ${token} and m.state = 'active'`.execute(db)
  const row = rows[0]
  if (!row) return null
  const { identity_id: identityId, firm_id: firmId, id: memberId, name, role, rights } = row
  return { kind: 'member', firmId, identityId, memberId, name, role, rights }
}

async function clientOf(db: Database, token: string): Promise<SignedIn | null> {
  const { rows } = await sql<ClientRow>`
    select s.identity_id, s.firm_id, i.email, min(c.id::text) as contact_id, min(c.name) as name,
           array_agg(distinct cs.account_id::text) as account_ids
    from auth.sessions s
      join auth.identities i on i.id = s.identity_id
      join contact_emails e on e.firm_id = s.firm_id and lower(e.email) = lower(i.email)
      join contacts c on c.firm_id = e.firm_id and c.id = e.contact_id
      join contact_settings cs on cs.firm_id = e.firm_id and cs.contact_email_id = e.id and cs.login
      join accounts a on a.firm_id = cs.firm_id and a.id = cs.account_id and a.state = 'active'
    where s.token = ${token}
    group by s.identity_id, s.firm_id, i.email`.execute(db)
  const row = rows[0]
  if (!row) return null
  const { identity_id: identityId, firm_id: firmId, contact_id: contactId, name, email, account_ids: accountIds } = row
  return { kind: 'client', firmId, identityId, contactId, name, email, accountIds }
}
