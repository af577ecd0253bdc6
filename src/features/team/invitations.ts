import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type EventId, type FirmId, type IdentityId, type MemberId, newId } from '#kernel/ids.ts'
import type { Locale } from '#kernel/locale.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Right, Role } from '#kernel/rights.ts'
import { inFirm, type Tx, type TxSource } from '#platform/db/tx.ts'
import { tokenFor } from '#platform/sessions/secret.ts'
import { queueMails } from '../emails/index.ts'
import { currentFirm } from '../firms/index.ts'
import { claimLogin, type Doorway, loginOf, type SignInAnswer, signIn } from '../identity/index.ts'
import type { Member } from './contract.ts'
import { INVITATION_DAYS } from './model.ts'

/** An open invitation, as the page that it opens tells of it. */
export type Invitation = { firmName: string; name: string; email: string; locale: Locale; hasPassword: boolean }

type Found = {
  id: string
  firmId: FirmId
  firmName: string
  memberId: MemberId
  name: string
  email: string
  role: Role
  rights: Right[]
  locale: Locale
  state: Member['state']
  expiresAt: Date
  acceptedAt: Date | null
}

/** Mails an invitation; links of earlier ones end. */
export async function mailInvitation(
  tx: Tx,
  member: Pick<Member, 'id' | 'name' | 'email' | 'locale'>,
  causeId: EventId,
): Promise<void> {
  const id = newId(tx.now.getTime())
  const token = tokenFor(tx.server.secret, 'invitation', id)
  await tx.db
    .updateTable('team_invitations')
    .set({ expires_at: tx.now })
    .where('firm_id', '=', tx.firmId)
    .where('member_id', '=', member.id)
    .where('accepted_at', 'is', null)
    .execute()
  await tx.db
    .insertInto('team_invitations')
    .values({
      firm_id: tx.firmId,
      id,
      member_id: member.id,
      token_hash: hashOf(token),
      expires_at: new Date(tx.now.getTime() + INVITATION_DAYS * 86_400_000),
      accepted_at: null,
    })
    .execute()
  const firm = await currentFirm(tx)
  const params = {
    link: `${tx.server.publicUrl}/invitation?token=${token}`,
    firmName: firm.name,
    inviterName: 'name' in tx.actor ? tx.actor.name : firm.name,
  }
  const to = { email: member.email, name: member.name, locale: member.locale ?? firm.locale }
  await queueMails(tx, [{ id, kind: 'team_invitation', to, params, causeId }])
}

/** What an invitation's token stands for. Refuses with `link_used` or `link_expired` (unknown and replaced ones too). */
export async function readInvitation(source: TxSource, token: string): Promise<Invitation> {
  const { firmName, name, email, locale } = await openInvitation(source, token)
  const login = await loginOf(source.server.maintenance, email)
  return { firmName, name, email, locale, hasPassword: login?.password != null }
}

/**
 * Joins the team and signs in. The token proves the address, so a password may be chosen; an address that has one must
 * give it, or whoever gets hold of an invitation could take over a login that other firms trust.
 */
export async function acceptInvitation(
  door: Doorway,
  token: string,
  { name, password }: { name: string; password: string },
): Promise<SignInAnswer> {
  const found = await openInvitation(door.source, token)
  const identityId = await claimLogin(door, { name, email: found.email, password, proven: true })
  const { firmId, memberId, role, rights } = found
  const joining = { kind: 'member', firmId, identityId, memberId, name, role, rights } as const
  await inFirm(door.source, joining, (tx) => join(tx, found, identityId, name), { origin: door.origin })
  return signIn(door, { email: found.email, password }, firmId)
}

async function join(tx: Tx, { id, memberId }: Found, identityId: IdentityId, name: string): Promise<void> {
  const taken = await tx.db
    .updateTable('team_invitations')
    .set({ accepted_at: tx.now })
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('expires_at', '>', tx.now)
    .returning('id')
    .executeTakeFirst()
  if (!taken) throw new Refusal('link_used')
  const joined = await tx.db
    .updateTable('team_members')
    .set((eb) => ({ state: 'active', identity_id: identityId, name, revision: eb('revision', '+', 1) }))
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', memberId)
    .where('state', '=', 'invited')
    .returning('id')
    .executeTakeFirst()
  if (!joined) throw new Refusal('link_expired')
  tx.record({ type: 'member.joined', subject: { kind: 'member', id: memberId }, payload: { name } })
}

/** Found across firms: whoever opens an invitation is in none yet. */
async function openInvitation(source: TxSource, token: string): Promise<Found> {
  const { rows } = await sql<Found>`
    select v.id, v.firm_id as "firmId", f.name as "firmName", m.id as "memberId", m.name, m.email, m.role, m.rights,
           coalesce(m.locale, f.locale) as locale, m.state, v.expires_at as "expiresAt", v.accepted_at as "acceptedAt"
    from team_invitations v
      join team_members m on m.firm_id = v.firm_id and m.id = v.member_id
      join firms f on f.firm_id = v.firm_id
    where v.token_hash = ${hashOf(token)}`.execute(source.server.maintenance)
  const [found] = rows
  if (found?.acceptedAt) throw new Refusal('link_used')
  if (found?.state !== 'invited' || found.expiresAt <= source.now()) throw new Refusal('link_expired')
  return found
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
