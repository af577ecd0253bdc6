import type { MemberActor } from '#kernel/actor.ts'
import { type MemberId, newId } from '#kernel/ids.ts'
import type { Locale } from '#kernel/locale.ts'
import { invalid, Refusal } from '#kernel/refusal.ts'
import type { Right } from '#kernel/rights.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { Member } from './contract.ts'
import { insertMember } from './insert-member.ts'
import { mailInvitation } from './invitations.ts'
import { lockMember, memberById } from './queries.ts'

type Invited = { name: string; email: string; role: 'admin' | 'employee'; rights: Right[]; locale: Locale | null }

/** Puts a colleague on the team as invited, and mails him. Only the owner makes admins (USR-1: `role: owner_only`). */
export async function inviteMember(tx: Tx, invited: Invited): Promise<Member> {
  const { role: own } = tx.actor as MemberActor
  if (invited.role === 'admin' && own !== 'owner') throw invalid('role', 'owner_only')
  const id = newId<'member'>(tx.now.getTime())
  const { name, email, role, locale } = invited
  await insertMember(tx, { ...invited, id, identityId: null })
  const payload = { name, email, role }
  const causeId = tx.record({ type: 'member.invited', subject: { kind: 'member', id }, payload })
  await mailInvitation(tx, { id, name, email, locale }, causeId)
  return memberById(tx, id)
}

/** Mails the invitation again; refused (`conflict`) for somebody who is here already. */
export async function renewInvitation(tx: Tx, id: MemberId): Promise<Member> {
  const member = await lockMember(tx, id)
  if (member.state !== 'invited') throw new Refusal('conflict')
  const { name, email } = member
  const payload = { name, email }
  const causeId = tx.record({ type: 'member.invitedAgain', subject: { kind: 'member', id }, payload })
  await mailInvitation(tx, member, causeId)
  return member
}
