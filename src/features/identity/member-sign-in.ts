import { sql } from 'kysely'
import type { MemberActor } from '#kernel/actor.ts'
import type { FirmId, IdentityId } from '#kernel/ids.ts'
import type { Locale } from '#kernel/locale.ts'
import { Refusal } from '#kernel/refusal.ts'
import { inFirm, type Tx } from '#platform/db/tx.ts'
import type { Doorway } from './sessions.ts'

/** The active member of this firm whose login it is; a link that leads to nobody has expired. */
export async function memberOf(tx: Tx, identityId: IdentityId): Promise<MemberActor & { locale: Locale }> {
  const { rows } = await sql<Omit<MemberActor, 'kind'> & { locale: Locale }>`
    select m.firm_id as "firmId", m.identity_id as "identityId", m.id as "memberId", m.name, m.role, m.rights,
           coalesce(m.locale, f.locale) as locale
    from team_members m join firms f on f.firm_id = m.firm_id
    where m.firm_id = ${tx.firmId} and m.identity_id = ${identityId} and m.state = 'active'`.execute(tx.db)
  if (!rows[0]) throw new Refusal('link_expired')
  return { kind: 'member' as const, ...rows[0] }
}

/** States that a member signed in, and from where (AUD-2). */
export async function recordSignIn({ source, origin }: Doorway, identityId: IdentityId, firmId: FirmId): Promise<void> {
  const finder = { kind: 'system', firmId, name: 'system' } as const
  const member = await inFirm(source, finder, (tx) => memberOf(tx, identityId))
  const subject = { kind: 'member', id: member.memberId }
  await inFirm(source, member, async (tx) => tx.record({ type: 'member.signedIn', subject, payload: {} }), { origin })
}
