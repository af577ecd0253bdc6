import type { BodyOf, ReturnOf } from '#kernel/contract.ts'
import type { OrganizerId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import { documentsOf, valuesOf } from './answers.ts'
import type { organizersContract } from './contract.ts'
import { type Filling, keepProgress, lockForFilling, personOf, requireVisibleQuestion } from './filling.ts'
import type { AnswerValue } from './model.ts'
import { answerProblem, progress } from './rules.ts'
import type { AnswerView } from './schemas.ts'

type SaveAnswer = typeof organizersContract.saveAnswer

/**
 * Saves one answer (ORG-40). Whoever saves on top of an answer that he has not seen is refused with `stale` and that
 * answer (ORG-37); saving what is there already changes nothing, so a lost reply may be repeated.
 */
export async function saveAnswer(
  tx: Tx,
  id: OrganizerId,
  questionId: string,
  { value, revision }: BodyOf<SaveAnswer>,
): Promise<ReturnOf<SaveAnswer>> {
  const filling = await lockForFilling(tx, id)
  const question = requireVisibleQuestion(filling, questionId)
  const problem = answerProblem(question, value)
  if (problem) throw new Refusal('invalid', [{ path: 'value', ...problem }])
  const current = filling.answers.find((answer) => answer.questionId === questionId)
  if (current && JSON.stringify(current.value) === JSON.stringify(value)) return unchanged(filling, current)
  if ((current?.revision ?? 0) !== revision) throw new Refusal('stale', [], { current: current ?? null })
  const answer = await writeAnswer(tx, id, questionId, value, revision + 1)
  const answers = valuesOf(filling.answers).set(questionId, value)
  const counted = await keepProgress(tx, filling, answers, documentsOf(filling.files))
  tx.record({
    type: 'organizer.answered',
    subject: { kind: 'organizer', id },
    payload: { name: filling.name, question: question.label },
    accountId: filling.accountId,
  })
  return { ...answer, progress: counted }
}

function unchanged(filling: Filling, current: AnswerView): ReturnOf<SaveAnswer> {
  const { definition, answers, files } = filling
  return { ...current, progress: progress(definition, valuesOf(answers), documentsOf(files)) }
}

async function writeAnswer(
  tx: Tx,
  id: OrganizerId,
  questionId: string,
  value: AnswerValue | null,
  revision: number,
): Promise<AnswerView> {
  const by = personOf(tx)
  const written = { value: JSON.stringify(value), revision, answered_by: JSON.stringify(by), answered_at: tx.now }
  await tx.db
    .insertInto('organizer_answers')
    .values({ firm_id: tx.firmId, organizer_id: id, question_id: questionId, ...written })
    .onConflict((conflict) => conflict.columns(['firm_id', 'organizer_id', 'question_id']).doUpdateSet(written))
    .execute()
  return { questionId, value, revision, answeredBy: by.name, answeredAt: tx.now.toISOString() }
}
