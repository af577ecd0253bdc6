import type { Outcome } from '#engine/core/effect.ts'
import { useFormat, useText, useTextOr } from '#web/text.tsx'
import type { HistoryItem } from '../contract.ts'

export type OutcomeLine = { key: string; text: string; failed: boolean }

/**
 * Why automations of an entered stage did nothing, a line each; of those that did something, which are told by their own
 * facts, what went along with it (FAIL-4, FAIL-12).
 */
export function useOutcomeTexts(): (item: HistoryItem) => OutcomeLine[] {
  const t = useText()
  const textOr = useTextOr()
  const { list } = useFormat()
  return ({ id, payload }) =>
    (payload.outcomes as Outcome[]).flatMap(({ automationId, kind, result, reason, warnings }) => {
      if (result === 'done' || !reason)
        return warnings.map((warning) => {
          const tokens = list('tokens' in warning ? warning.tokens : [])
          const said = textOr(`warning.${warning.code}`, 'warning.nobody_notified', { tokens })
          const text = t('activity.warned', { kind, warning: said })
          return { key: `${id} ${automationId} ${warning.code}`, text, failed: false }
        })
      const errorId = reason.code === 'error' ? reason.errorId : ''
      const text = t('activity.outcome', { kind, result, reason: reason.code, errorId })
      return [{ key: `${id} ${automationId}`, text, failed: result === 'failed' }]
    })
}
