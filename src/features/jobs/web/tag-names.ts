import type { ConditionNames } from '#web/design/condition-text.ts'
import { useVocabulary } from '#web/vocabulary.ts'

/** Names of the firm's tags by id, for conditions. */
export function useTagNames(): ConditionNames {
  return useVocabulary().names
}
