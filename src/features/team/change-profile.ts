import type { MemberActor } from '#kernel/actor.ts'
import type { Locale } from '#kernel/locale.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { Member } from './contract.ts'
import { lockMember, memberById, writeMember } from './queries.ts'

/** Changes one's own name or language; `locale` null follows the firm's. */
export async function changeProfile(
  tx: Tx,
  change: { name?: string | undefined; locale?: Locale | null | undefined },
): Promise<Member> {
  const { memberId: id } = tx.actor as MemberActor
  const before = await lockMember(tx, id)
  const name = change.name ?? before.name
  const locale = change.locale === undefined ? before.locale : change.locale
  await writeMember(tx, id, { name, locale })
  const subject = { kind: 'member', id }
  if (name !== before.name) tx.record({ type: 'member.renamed', subject, payload: { name, before: before.name } })
  if (locale !== before.locale) tx.record({ type: 'member.languageChanged', subject, payload: { name } })
  return memberById(tx, id)
}
