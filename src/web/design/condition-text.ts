import type { Condition, OrganizerAnswerLeaf } from '#conditions/model.ts'
import { useFormat, useText } from '../text.tsx'

/** Names of what conditions name, by id: tags and roles; questions by `template/question`. */
export type ConditionNames = ReadonlyMap<string, string>

/**
 * A condition on an account in plain words: "Foreign income", "Rental and not NL". Answers of an organizer have no place
 * in such a condition; organizers say theirs themselves.
 */
export function useConditionText(): (condition: Condition, tags: ConditionNames) => string {
  const t = useText()
  const { date } = useFormat()
  const joined = (parts: string[], key: 'condition.and' | 'condition.or') => parts.reduce((a, b) => t(key, { a, b }))
  const say = (condition: Condition, tags: ConditionNames): string => {
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
      case 'job_priority':
        return t('condition.priority', { priority: condition.is })
      case 'job_date': {
        const { field, operator, value } = condition
        return t('condition.date', { field, operator, date: value ? date(value) : '' })
      }
      case 'assignee_role': {
        const role = tags.get(condition.roleId)
        return role === undefined ? t('condition.role_gone') : t('condition.role', { role })
      }
      case 'contact_setting':
        return t('condition.contact', { setting: condition.setting })
      case 'organizer_answer':
        return answer(condition, tags)
      case 'answer':
        return ''
    }
  }
  const answer = ({ templateId, questionId, operator, value }: OrganizerAnswerLeaf, tags: ConditionNames) => {
    const question = tags.get(`${templateId}/${questionId}`) ?? t('condition.question_gone')
    const said = tags.get(`${templateId}/${questionId}/${value}`) ?? String(value ?? '')
    return t('condition.answer', { question, operator, value: said })
  }
  const part_ = (part: Condition, tags: ConditionNames): string => {
    const said = say(part, tags)
    return 'of' in part && part.of.length > 1 ? t('condition.group', { part: said }) : said
  }
  return say
}
