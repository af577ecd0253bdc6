import { sql } from 'kysely'
import type { SignedIn } from '#kernel/actor.ts'
import type { AccountId, ContactId, FirmId, IdentityId, MemberId } from '#kernel/ids.ts'
import type { Right, Role } from '#kernel/rights.ts'
import type { Database } from '#platform/db/connect.ts'

export { SESSION_COOKIE, tokenInCookies } from './session-cookie.ts'

/**
 * Who a session token stands for, in which firm: read from the session's row alone. Null for an unknown or ended
 * session, a deactivated member, a client without any Login left. Every request asks this: the address is looked up
 * first, by its index, also while the tables are too new to have statistics (just after an import). `db` is the
 * maintenance role: the firm is not known yet.
 */
export async function actorOfSession(db: Database, token: string, now: Date): Promise<SignedIn | null> {
  const { rows } = await sql<MemberRow | ClientRow>`
    select s.kind, s.identity_id, s.firm_id, i.email, m.id, coalesce(m.name, c.name) as name, m.role, m.rights,
           f.second_factor_required and i.two_factor_enabled is not true as second_factor_missing,
           c.id as contact_id, c.account_ids
    from auth.sessions s
      join auth.identities i on i.id = s.identity_id
      join firms f on f.firm_id = s.firm_id
      left join team_members m
        on s.kind = 'member' and m.firm_id = s.firm_id and m.identity_id = s.identity_id and m.state = 'active'
      left join lateral (
        with mine as materialized (
          select firm_id, id, contact_id from contact_emails
          where s.kind = 'client' and firm_id = s.firm_id and email_key = lower(i.email))
        select (array_agg(person.id order by person.id))[1] as id, (array_agg(person.name order by person.id))[1] as name,
               array_agg(distinct setting.account_id::text) as account_ids
        from mine e
          join contacts person on person.firm_id = e.firm_id and person.id = e.contact_id
          join contact_settings setting
            on setting.firm_id = e.firm_id and setting.contact_email_id = e.id and setting.login
          join accounts a on a.firm_id = setting.firm_id and a.id = setting.account_id and a.state = 'active') c
        on true
    where s.token = ${token} and s.expires_at > ${now}`.execute(db)
  const row = rows[0]
  if (row?.kind === 'member' && row.id) return memberOf(row)
  if (row?.kind === 'client' && row.contact_id) return clientOf(row)
  return null
}

type Row = { identity_id: IdentityId; firm_id: FirmId; name: string; email: string }
type MemberRow = Row & {
  kind: 'member'
  id: MemberId | null
  role: Role
  rights: Right[]
  second_factor_missing: boolean
}
type ClientRow = Row & { kind: 'client'; contact_id: ContactId | null; account_ids: AccountId[] }

function memberOf(row: MemberRow): SignedIn {
  const { identity_id: identityId, firm_id: firmId, name, role, rights } = row
  const secondFactorMissing = row.second_factor_missing
  return { kind: 'member', firmId, identityId, memberId: row.id!, name, role, rights, secondFactorMissing }
}

function clientOf(row: ClientRow): SignedIn {
  const { identity_id: identityId, firm_id: firmId, name, email, account_ids: accountIds } = row
  return { kind: 'client', firmId, identityId, contactId: row.contact_id!, name, email, accountIds }
}
