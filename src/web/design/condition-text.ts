import type { Condition } from '#conditions/model.ts'
import { useText } from '../text.tsx'

/** Names of tags by id, for conditions that name them. */
export type TagNames = ReadonlyMap<string, string>

/**
 * A condition on an account in plain words: "Foreign income", "Rental and not NL". Answers of an organizer have no place
 * in such a condition; organizers say theirs themselves.
 */
export function useConditionText(): (condition: Condition, tags: TagNames) => string {
  const t = useText()
  const joined = (parts: string[], key: 'condition.and' | 'condition.or') => parts.reduce((a, b) => t(key, { a, b }))
  const say = (condition: Condition, tags: TagNames): string => {
    switch (condition.kind) {
      case 'all':
        return joined(
          condition.of.map((part) => part_(part, tags)),
          'condition.and',
        )
      case 'any':
        return joined(
          condition.of.map((part) => part_(part, tags)),
          'condition.or',
        )
      case 'none':
        return joined(
          condition.of.map((part) => t('condition.not', { part: part_(part, tags) })),
          'condition.and',
        )
      case 'tag':
        return tags.get(condition.tagId) ?? t('condition.tag_gone')
      case 'account_type':
        return t('condition.account_type', { type: condition.is })
      case 'answer':
        return ''
    }
  }
  const part_ = (part: Condition, tags: TagNames): string => {
    const said = say(part, tags)
    return 'of' in part && part.of.length > 1 ? t('condition.group', { part: said }) : said
  }
  return say
}
