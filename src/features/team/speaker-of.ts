import type { Locale } from '#kernel/locale.ts'
import { type Speak, speaker } from '#kernel/text.ts'
import type { Tx } from '#platform/db/tx.ts'
import { catalogue, type TextKey } from '#texts.ts'

/** Says texts in the caller's language, else in the firm's: for files that people take along. */
export async function speakerOf(tx: Tx): Promise<Speak<TextKey>> {
  const { locale } = await tx.db
    .selectFrom('firms as f')
    .leftJoin('team_members as m', (join) =>
      join.onRef('m.firm_id', '=', 'f.firm_id').on('m.id', '=', tx.actor.kind === 'member' ? tx.actor.memberId : null),
    )
    .select((eb) => eb.fn.coalesce('m.locale', 'f.locale').$castTo<Locale>().as('locale'))
    .where('f.firm_id', '=', tx.firmId)
    .executeTakeFirstOrThrow()
  return speaker<TextKey>(locale, catalogue[locale])
}
