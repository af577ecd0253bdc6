import type { Outcome } from '#engine/core/effect.ts'
import { useText } from '#web/text.tsx'
import type { HistoryItem } from '../contract.ts'

export type OutcomeLine = { key: string; text: string; failed: boolean }

/**
 * Why automations of an entered stage did nothing, a line each. Those that did something are told by their own facts.
 */
export function useOutcomeTexts(): (item: HistoryItem) => OutcomeLine[] {
  const t = useText()
  return ({ id, payload }) =>
    (payload.outcomes as Outcome[]).flatMap(({ automationId, kind, result, reason }) => {
      if (result === 'done' || !reason) return []
      const errorId = reason.code === 'error' ? reason.errorId : ''
      const text = t('activity.outcome', { kind, result, reason: reason.code, errorId })
      return [{ key: `${id} ${automationId}`, text, failed: result === 'failed' }]
    })
}
