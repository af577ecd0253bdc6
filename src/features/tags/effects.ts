import type { Applier } from '#engine/shell/ports.ts'
import type { TagId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { changeAccountTags } from './change-account-tags.ts'
import { tagNames } from './queries.ts'

/** Carries out *update account tags* (AUT-5): in the order decided, so that jobs of one account add up. */
export const updateAccountTags: Applier<'update_account_tags'> = async (tx, effects, carrying) => {
  await changeAccountTags(tx, effects)
  const say = await tagSpeaker(tx, effects)
  for (const { accountId, jobId, visitId, add, remove } of effects) {
    if (add.length + remove.length === 0) continue
    tx.record({
      type: 'account.tagsChanged',
      subject: { kind: 'account', id: accountId },
      accountId,
      jobId,
      payload: { tags: say({ add, remove }), add, remove },
      causeId: carrying.entered.get(visitId) ?? carrying.causeId,
      by: 'automation',
    })
  }
}

type TagWish = { add: readonly TagId[]; remove: readonly TagId[] }

/** Says changes of tags as people read them: "+K-1, −NY". */
export async function tagSpeaker(tx: Tx, wishes: readonly TagWish[]): Promise<(wish: TagWish) => string> {
  const names = await tagNames(tx, [...new Set(wishes.flatMap(({ add, remove }) => [...add, ...remove]))])
  const say = (sign: string, ids: readonly TagId[]) =>
    ids.flatMap((id) => (names.has(id) ? [sign + names.get(id)] : []))
  return ({ add, remove }) => [...say('+', add), ...say('−', remove)].join(', ')
}
