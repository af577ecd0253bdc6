import type { AnswerLeaf, Condition } from '#conditions/model.ts'
import { useText } from '#web/text.tsx'
import { type OrganizerDefinition, type Question, questionsOf } from '../../model.ts'
import { useSaidAnswer } from '../fill/said-answer.ts'

/** A condition in plain words: “Lived abroad?” is “Yes”, and “Country” is answered. Gone questions are said to be gone. */
export function useConditionWords(): (condition: Condition, definition: OrganizerDefinition) => string {
  const t = useText()
  const nameOf = useQuestionName()
  const saidValue = useSaidValue()
  return (condition, definition) => {
    const questions = new Map(questionsOf(definition).map((question) => [question.id, question]))
    const say = (part: Condition): string => {
      switch (part.kind) {
        case 'all':
          return joined(part.of.map(inside), (a, b) => t('orgedit.and', { a, b }))
        case 'any':
          return joined(part.of.map(inside), (a, b) => t('orgedit.or', { a, b }))
        case 'none':
          return t('orgedit.none_of', { parts: joined(part.of.map(inside), (a, b) => t('orgedit.or', { a, b })) })
        case 'tag':
        case 'account_type':
        case 'organizer_answer':
        case 'job_priority':
        case 'job_date':
        case 'assignee_role':
        case 'contact_setting':
          return t('orgedit.not_an_answer')
        case 'answer':
          return leafWords(part)
      }
    }
    const inside = (part: Condition) => {
      const said = say(part)
      return 'of' in part && part.kind !== 'none' && part.of.length > 1 ? t('orgedit.group', { part: said }) : said
    }
    const leafWords = (leaf: AnswerLeaf) => {
      const question = questions.get(leaf.questionId)
      if (!question) return t('orgedit.question_gone')
      const { operator } = leaf
      return t('orgedit.line', { question: nameOf(question), operator, value: saidValue(question, leaf) })
    }
    return say(condition)
  }
}

/** What a question is called where it is named: its words, or that it has none yet. */
export function useQuestionName(): (question: { label: string }) => string {
  const t = useText()
  return ({ label }) => label.trim() || t('orgedit.unnamed')
}

/** A line's value as its question would say it: an option by its words, a date by its name. */
function useSaidValue(): (question: Question, leaf: AnswerLeaf) => string {
  const said = useSaidAnswer()
  return (question, { value }) => {
    if (value === undefined) return ''
    if (question.type === 'multiple_choice') return said(question, [String(value)])
    return said(question, typeof value === 'boolean' ? value : String(value))
  }
}

function joined(parts: string[], join: (a: string, b: string) => string): string {
  return parts.length === 0 ? '' : parts.reduce(join)
}
