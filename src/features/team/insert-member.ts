import type { IdentityId, MemberId } from '#kernel/ids.ts'
import type { Locale } from '#kernel/locale.ts'
import { invalid } from '#kernel/refusal.ts'
import type { Right, Role } from '#kernel/rights.ts'
import type { Tx } from '#platform/db/tx.ts'

export type NewMember = {
  id: MemberId
  /** null: invited, not here yet */
  identityId: IdentityId | null
  name: string
  email: string
  role: Role
  rights: readonly Right[]
  locale: Locale | null
}

/** Writes one member, and nothing of how he came; refuses an address that is on the team already. */
export async function insertMember(tx: Tx, member: NewMember): Promise<void> {
  const inserted = await tx.db
    .insertInto('team_members')
    .values({
      firm_id: tx.firmId,
      id: member.id,
      identity_id: member.identityId,
      name: member.name,
      email: member.email.toLowerCase(),
      role: member.role,
      rights: [...member.rights],
      locale: member.locale,
      state: member.identityId ? 'active' : 'invited',
      created_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!inserted) throw invalid('email', 'duplicate')
}
