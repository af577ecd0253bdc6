import type { MemberActor } from '#kernel/actor.ts'
import type { MemberId } from '#kernel/ids.ts'
import { invalid, Refusal } from '#kernel/refusal.ts'
import type { Role } from '#kernel/rights.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { Member } from './contract.ts'
import { changedRights, mayChangeRights, mayChangeRole } from './model.ts'
import { lockMember, memberById, writeMember } from './queries.ts'

type Settings = Pick<Member, 'role' | 'rights' | 'defaultAccess'>
type Change = { [Name in keyof Settings]?: Settings[Name] | undefined }

/**
 * Changes role, rights or default access of a colleague. Making somebody owner hands the firm over: the owner becomes
 * admin. Refused at its field is what the caller may not change (USR-1): `role: owner_only`, `rights: not_changeable`;
 * a change of what somebody changed meanwhile is `stale`.
 */
export async function changeMember(tx: Tx, id: MemberId, change: Change, revision: number): Promise<Member> {
  const before = await lockMember(tx, id)
  if (before.revision !== revision) throw new Refusal('stale', [], { current: before })
  const after: Settings = {
    role: change.role ?? before.role,
    rights: change.rights ?? before.rights,
    defaultAccess: change.defaultAccess ?? before.defaultAccess,
  }
  refuseForbidden(tx.actor as MemberActor, before, after)
  if (after.role === 'owner' && before.role !== 'owner') await handOver(tx, before)
  await writeMember(tx, id, { role: after.role, rights: [...after.rights], default_access: after.defaultAccess })
  recordChanges(tx, before, after)
  return memberById(tx, id)
}

function refuseForbidden(actor: MemberActor, before: Member, after: Settings): void {
  const by = { id: actor.memberId, role: actor.role }
  if (after.role !== before.role && !mayChangeRole(by, before)) throw invalid('role', 'owner_only')
  const { given, taken } = changedRights(before.rights, after.rights)
  const changes = given.length + taken.length > 0
  if (changes && !mayChangeRights(by, { id: before.id, role: after.role })) throw invalid('rights', 'not_changeable')
}

/** There is always exactly one owner: the old one steps down first. */
async function handOver(tx: Tx, heir: Member): Promise<void> {
  if (heir.state !== 'active') throw invalid('role', 'not_active')
  const { memberId, name } = tx.actor as MemberActor
  await writeMember(tx, memberId, { role: 'admin' })
  recordRole(tx, memberId, name, 'admin')
}

function recordChanges(tx: Tx, before: Member, after: Settings): void {
  const { id, name } = before
  const subject = { kind: 'member', id }
  const { given, taken } = changedRights(before.rights, after.rights)
  if (after.role !== before.role) recordRole(tx, id, name, after.role)
  for (const right of given) tx.record({ type: 'member.rightGiven', subject, payload: { name, right } })
  for (const right of taken) tx.record({ type: 'member.rightTaken', subject, payload: { name, right } })
  if (after.defaultAccess === before.defaultAccess) return
  const access = after.defaultAccess ? 'on' : 'off'
  tx.record({ type: 'member.defaultAccessChanged', subject, payload: { name, access } })
}

function recordRole(tx: Tx, id: MemberId, name: string, role: Role): void {
  tx.record({ type: 'member.roleChanged', subject: { kind: 'member', id }, payload: { name, role } })
}
