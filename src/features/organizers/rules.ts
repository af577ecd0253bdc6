import { isDecimal } from '#conditions/decimal.ts'
import { type Facts, isMet, type QuestionFact } from '#conditions/evaluate.ts'
import { isAnswered as isGiven } from '#conditions/model.ts'
import { parseCalendarDate } from '#kernel/date-text.ts'
import type { FieldProblem } from '#kernel/refusal.ts'
import { findProblems, type Shortcode, shortcodesOf } from '#kernel/shortcodes.ts'
import { type AnswerValue, type OrganizerDefinition, type Question, questionsOf, type Section } from './model.ts'

/** What was answered, by question; null: taken back. Answers of hidden questions are among them (ORG-21). */
export type Answers = ReadonlyMap<string, AnswerValue | null>
/** The ids of the documents that answer a file upload, by question. */
export type AttachedFiles = ReadonlyMap<string, readonly string[]>

export type Progress = { answered: number; total: number }
export type Missing = { questionId: string; sectionId: string; label: string }

/** Why a value can't answer a question: `code` a text key under `field.`. */
export type AnswerProblem = { code: AnswerProblemCode; params?: Record<string, number> }
type AnswerProblemCode = 'wrong_type' | 'not_a_number' | 'not_a_date' | 'invalid_value' | 'too_big_text'

/** What an organizer's name may hold: it belongs to an account, so nothing of a contact or a job (SHC-2). */
export const NAME_CODES: ReadonlySet<Shortcode> = shortcodesOf('account', 'date', 'firm')

const LINE = 1000
const LINES = 20_000
const DIGITS = 40

/**
 * The part of an organizer that its client sees (ORG-16 to ORG-21): in document order, each condition judged on what
 * stands before it; a hidden question counts as unanswered for those after it. Sections that show nothing are left out.
 */
export function visibleSections(definition: OrganizerDefinition, answers: Answers, files: AttachedFiles): Section[] {
  return look(definition, answers, files).sections
}

/** What conditions of others may read of an organizer: every question, whether it is visible, and its answer (D-4). */
export function questionFacts(
  definition: OrganizerDefinition,
  answers: Answers,
  files: AttachedFiles,
): Map<string, QuestionFact> {
  return look(definition, answers, files).questions
}

function look(definition: OrganizerDefinition, answers: Answers, files: AttachedFiles) {
  const questions = new Map<string, QuestionFact>()
  const facts: Facts = { tagIds: new Set(), knownTagIds: new Set(), questions }
  const sections = definition.sections.map((section) => {
    const sectionShows = isMet(section.condition, facts)
    const blocks = section.blocks.filter((block) => {
      const visible = sectionShows && isMet(block.condition, facts)
      if (block.type !== 'text_block') questions.set(block.id, factOf(block, visible, answers, files))
      return visible
    })
    return { ...section, blocks }
  })
  return { sections: sections.filter((section) => section.blocks.length > 0), questions }
}

/** The questions that count, in document order: those a client sees now, text blocks left out. */
export function visibleQuestions(definition: OrganizerDefinition, answers: Answers, files: AttachedFiles): Question[] {
  return questionsOf({ sections: visibleSections(definition, answers, files) })
}

/** Whether a question is answered (ORG-58): something else than spaces, at least one option, at least one file. */
export function isAnswered(question: Question, answers: Answers, files: AttachedFiles): boolean {
  return isGiven(givenTo(question, answers, files))
}

/** Answered and all questions, hidden ones in neither (ORG-57). */
export function progress(definition: OrganizerDefinition, answers: Answers, files: AttachedFiles): Progress {
  const questions = visibleQuestions(definition, answers, files)
  const answered = questions.filter((question) => isAnswered(question, answers, files))
  return { answered: answered.length, total: questions.length }
}

/** What keeps an organizer from being submitted: visible, required, unanswered (ORG-12). */
export function missingAnswers(definition: OrganizerDefinition, answers: Answers, files: AttachedFiles): Missing[] {
  return visibleSections(definition, answers, files).flatMap((section) =>
    section.blocks
      .filter((block) => block.type !== 'text_block')
      .filter((question) => question.required && !isAnswered(question, answers, files))
      .map(({ id, label }) => ({ questionId: id, sectionId: section.id, label })),
  )
}

/** What is wrong with a value for a question, or null. Numbers stay as typed, with leading zeros and all. */
export function answerProblem(question: Question, value: AnswerValue | null): AnswerProblem | null {
  if (value === null) return null
  switch (question.type) {
    case 'text':
      return textProblem(value, question.multiline ? LINES : LINE)
    case 'number':
      return textProblem(value, DIGITS) ?? (isDecimal(String(value)) ? null : { code: 'not_a_number' })
    case 'date':
      return textProblem(value, LINE) ?? (parseCalendarDate(String(value)) ? null : { code: 'not_a_date' })
    case 'single_choice':
      return textProblem(value, LINE) ?? optionsProblem(question.options, [String(value)])
    case 'multiple_choice':
      return Array.isArray(value) ? optionsProblem(question.options, value) : { code: 'wrong_type' }
    case 'yes_no':
      return typeof value === 'boolean' ? null : { code: 'wrong_type' }
    case 'file_upload':
      return { code: 'wrong_type' }
  }
}

/** The codes in a name that mean nothing there, each with its position and the nearest known one (D-7). */
export function nameProblems(path: string, text: string): FieldProblem[] {
  return findProblems(text, NAME_CODES).map(({ code, token, line, column, nearest }) => {
    return { path, code, params: { token, line, column, nearest: nearest ?? 'none' } }
  })
}

/** An address as a page shows it to whoever holds a link: s•••e@example.com. */
export function hiddenAddress(email: string): string {
  const at = email.lastIndexOf('@')
  const last = at > 1 ? email.charAt(at - 1) : ''
  return `${email.charAt(0)}•••${last}${email.slice(at)}`
}

function factOf(question: Question, visible: boolean, answers: Answers, files: AttachedFiles): QuestionFact {
  return {
    kind: question.type === 'file_upload' ? 'files' : question.type,
    optionIds: new Set('options' in question ? question.options.map((option) => option.id) : []),
    visible,
    value: givenTo(question, answers, files),
  }
}

function givenTo(
  { type, id }: Question,
  answers: Answers,
  files: AttachedFiles,
): AnswerValue | readonly string[] | null {
  return (type === 'file_upload' ? files.get(id) : answers.get(id)) ?? null
}

function textProblem(value: AnswerValue, maximum: number): AnswerProblem | null {
  if (typeof value !== 'string') return { code: 'wrong_type' }
  return value.length > maximum ? { code: 'too_big_text', params: { maximum } } : null
}

function optionsProblem(options: readonly { id: string }[], chosen: readonly string[]): AnswerProblem | null {
  const known = new Set(options.map((option) => option.id))
  const distinct = new Set(chosen)
  const possible = distinct.size === chosen.length && chosen.every((id) => known.has(id))
  return possible ? null : { code: 'invalid_value' }
}
