import { type ByHand, NO_CHOICES } from '#engine/core/model.ts'
import type { EventId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { ByHandBody } from './by-hand-schemas.ts'

/** What a person chose in a panel, as the engine takes it. */
export function choicesOf(tx: Tx, body: ByHandBody, causeId: EventId | null): ByHand {
  const { organizer, task } = body.pendingByKind
  return {
    ...automationsIn(body),
    pending: {
      byItem: new Map(body.pending.map(({ id, choice }) => [id, choice])),
      byKind: { ...(organizer ? { organizer } : {}), ...(task ? { task } : {}) },
    },
    memberId: tx.actor.kind === 'member' ? tx.actor.memberId : null,
    causeId,
  }
}

/** What of it speaks of the stage's automations; nothing is chosen yet for what is pending. */
export function automationsIn({
  deselectedAutomationIds,
  shown,
}: Pick<ByHandBody, 'deselectedAutomationIds' | 'shown'>): typeof NO_CHOICES {
  return {
    ...NO_CHOICES,
    deselected: new Set(deselectedAutomationIds),
    shown: new Map(shown.map(({ automationId, visible }) => [automationId, visible])),
  }
}
