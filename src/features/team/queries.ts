import { sql, type Updateable } from 'kysely'
import type { MemberActor } from '#kernel/actor.ts'
import type { IdentityId, MemberId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { ListedMember, Member } from './contract.ts'
import { mayChangeRights, mayChangeRole, mayChangeState } from './model.ts'
import type { TeamMembersTable } from './tables.ts'

/** Everybody on the team, with what the caller may do: active first, then invited, then deactivated, by name. */
export async function listTeam(tx: Tx): Promise<ListedMember[]> {
  const { memberId, role } = tx.actor as MemberActor
  const by = { id: memberId, role }
  const members = await ofFirm(tx)
    .orderBy(sql`array_position(array['active', 'invited', 'deactivated'], state)`)
    .orderBy(sql`lower(name)`)
    .orderBy('id')
    .execute()
  return members.map((member) => ({
    ...member,
    may: {
      changeRole: mayChangeRole(by, member),
      changeRights: mayChangeRights(by, member),
      changeState: mayChangeState(by, member),
    },
  }))
}

/** One member; another firm's does not exist (404). */
export async function memberById(tx: Tx, id: MemberId): Promise<Member> {
  return found(ofFirm(tx).where('id', '=', id))
}

/** The same, and nobody else changes him until the transaction ends. */
export async function lockMember(tx: Tx, id: MemberId): Promise<Member> {
  return found(ofFirm(tx).where('id', '=', id).forNoKeyUpdate())
}

export async function identityOf(tx: Tx, id: MemberId): Promise<IdentityId | null> {
  const row = await tx.db
    .selectFrom('team_members')
    .select('identity_id')
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', id)
    .executeTakeFirst()
  return (row?.identity_id ?? null) as IdentityId | null
}

export async function writeMember(tx: Tx, id: MemberId, values: Updateable<TeamMembersTable>): Promise<void> {
  await tx.db
    .updateTable('team_members')
    .set((eb) => ({ ...values, revision: eb('revision', '+', 1) }))
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', id)
    .execute()
}

async function found(query: ReturnType<typeof ofFirm>): Promise<Member> {
  const member = await query.executeTakeFirst()
  if (!member) throw new Refusal('not_found')
  return member
}

function ofFirm(tx: Tx) {
  return tx.db
    .selectFrom('team_members')
    .select((eb) => [
      eb.ref('id').$castTo<MemberId>().as('id'),
      'name',
      'email',
      'role',
      'rights',
      'state',
      'default_access as defaultAccess',
      'locale',
      'revision',
    ])
    .where('firm_id', '=', tx.firmId)
}
