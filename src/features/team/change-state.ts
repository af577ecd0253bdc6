import type { MemberActor } from '#kernel/actor.ts'
import type { IdentityId, MemberId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import { endSessions } from '../identity/index.ts'
import type { Member } from './contract.ts'
import { mailInvitation } from './invitations.ts'
import { mayChangeState } from './model.ts'
import { identityOf, lockMember, memberById, writeMember } from './queries.ts'

/**
 * Ends somebody's access at once, sessions included, or gives it back; what he did and is assigned to stays. Who never
 * came in gets a new invitation instead. Refused (`conflict`) for oneself and the owner, and for admins unless by the
 * owner (USR-1).
 */
export async function changeMemberState(tx: Tx, id: MemberId, wanted: 'active' | 'deactivated'): Promise<Member> {
  const member = await lockMember(tx, id)
  const { memberId, role } = tx.actor as MemberActor
  if (!mayChangeState({ id: memberId, role }, member)) throw new Refusal('conflict')
  const identityId = await identityOf(tx, id)
  const state = wanted === 'active' && !identityId ? 'invited' : wanted
  if (state === member.state) return member
  await writeMember(tx, id, { state })
  if (state === 'deactivated') await deactivate(tx, member, identityId)
  else await reactivate(tx, { ...member, state })
  return memberById(tx, id)
}

async function deactivate(tx: Tx, { id, name }: Member, identityId: IdentityId | null): Promise<void> {
  if (identityId) await endSessions(tx, identityId, { inThisFirm: true })
  tx.record({ type: 'member.deactivated', subject: { kind: 'member', id }, payload: { name } })
}

async function reactivate(tx: Tx, member: Member): Promise<void> {
  const { id, name } = member
  const causeId = tx.record({ type: 'member.reactivated', subject: { kind: 'member', id }, payload: { name } })
  if (member.state === 'invited') await mailInvitation(tx, member, causeId)
}
