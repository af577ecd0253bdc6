import type { AnswerValue } from '../../model.ts'
import type { AttachedFiles } from '../../rules.ts'
import type { AnswerView, FileView, PortalOrganizerView } from '../../schemas.ts'

export function valuesOf(answers: readonly AnswerView[]): Map<string, AnswerValue | null> {
  return new Map(answers.map(({ questionId, value }) => [questionId, value]))
}

export function documentsOf(files: readonly FileView[]): AttachedFiles {
  const byQuestion = Map.groupBy(files, (file) => file.questionId)
  return new Map([...byQuestion].map(([questionId, group]) => [questionId, group.map((file) => file.documentId)]))
}

/** Whether two answers are the same one; options in another order are another answer. */
export function sameValue(one: AnswerValue | null, other: AnswerValue | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** What stands where nobody has answered. */
export const NOBODY: Omit<AnswerView, 'questionId'> = { value: null, revision: 0, answeredBy: '', answeredAt: '' }

export function withAnswer(view: PortalOrganizerView, answer: AnswerView): PortalOrganizerView {
  return { ...view, answers: [...view.answers.filter(({ questionId }) => questionId !== answer.questionId), answer] }
}

/** Of each question the newer answer: a view that was asked for before an answer was saved must not undo it. */
export function newestOf(asked: readonly AnswerView[], known: readonly AnswerView[]): AnswerView[] {
  const byQuestion = new Map(asked.map((answer) => [answer.questionId, answer]))
  for (const answer of known) {
    const other = byQuestion.get(answer.questionId)
    if (!other || other.revision < answer.revision) byQuestion.set(answer.questionId, answer)
  }
  return [...byQuestion.values()]
}
