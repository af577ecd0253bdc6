import type { MemberActor } from '#kernel/actor.ts'
import type { IdentityId, MemberId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'

/** Who uploaded the file: what he may not see, his import neither finds nor changes, also after he left. */
export async function importerOf(tx: Tx, memberId: MemberId): Promise<MemberActor> {
  const { identity_id, name, role, rights } = await tx.db
    .selectFrom('team_members')
    .select(['identity_id', 'name', 'role', 'rights'])
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', memberId)
    .executeTakeFirstOrThrow()
  return {
    kind: 'member',
    firmId: tx.firmId,
    identityId: (identity_id ?? '') as IdentityId,
    memberId,
    name,
    role,
    rights,
  }
}
