import type { ByHand } from '#engine/core/model.ts'
import type { EventId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { ByHandBody } from './by-hand-schemas.ts'

/** What a person chose in a panel, as the engine takes it. */
export function choicesOf(tx: Tx, body: ByHandBody, causeId: EventId | null): ByHand {
  const { organizer, task } = body.pendingByKind
  return {
    deselected: new Set(body.deselectedAutomationIds),
    pending: {
      byItem: new Map(body.pending.map(({ id, choice }) => [id, choice])),
      byKind: { ...(organizer ? { organizer } : {}), ...(task ? { task } : {}) },
    },
    shown: new Map(body.shown.map(({ automationId, visible }) => [automationId, visible])),
    memberId: tx.actor.kind === 'member' ? tx.actor.memberId : null,
    causeId,
  }
}
