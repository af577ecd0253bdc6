import type { ReturnOf } from '#kernel/contract.ts'
import type { DocumentId, OrganizerId } from '#kernel/ids.ts'
import { invalid, Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { StoredFile } from '#platform/files/files.ts'
import { keepDocuments } from '../documents/index.ts'
import { documentsOf, valuesOf } from './answers.ts'
import type { organizersContract } from './contract.ts'
import { type Filling, keepProgress, lockForFilling, personOf, requireVisibleQuestion } from './filling.ts'
import type { FileView } from './schemas.ts'

const MOST_FILES = 200

/** Makes an uploaded file a document of the account and an answer to the question (ORG-13). */
export async function attachFile(
  tx: Tx,
  id: OrganizerId,
  questionId: string,
  file: StoredFile,
): Promise<ReturnOf<typeof organizersContract.attachFile>> {
  const filling = await lockForFilling(tx, id)
  const question = requireUpload(filling, questionId)
  if (filling.files.filter((each) => each.questionId === questionId).length >= MOST_FILES)
    throw invalid('questionId', 'too_big_list', { maximum: MOST_FILES })
  const [documentId] = await keepDocuments(tx, filling.accountId, [file], personOf(tx))
  await tx.db
    .insertInto('organizer_files')
    .values({
      firm_id: tx.firmId,
      organizer_id: id,
      question_id: questionId,
      document_id: documentId!,
      attached_at: tx.now,
    })
    .execute()
  const { name, mediaType, bytes } = file
  const attached: FileView = {
    questionId,
    documentId: documentId!,
    name,
    mediaType,
    bytes,
    attachedAt: tx.now.toISOString(),
  }
  const files = documentsOf([...filling.files, attached])
  const counted = await keepProgress(tx, filling, valuesOf(filling.answers), files)
  tx.record({
    type: 'organizer.fileAttached',
    subject: { kind: 'organizer', id },
    payload: { name: filling.name, question: question.label, file: name },
    accountId: filling.accountId,
  })
  return { ...attached, progress: counted }
}

/** Takes a file out of an answer; the document stays where it is (ORG-14). */
export async function detachFile(
  tx: Tx,
  id: OrganizerId,
  questionId: string,
  documentId: DocumentId,
): Promise<ReturnOf<typeof organizersContract.detachFile>> {
  const filling = await lockForFilling(tx, id)
  const question = requireUpload(filling, questionId)
  const isIt = (each: FileView) => each.questionId === questionId && each.documentId === documentId
  const detached = filling.files.find(isIt)
  if (!detached) throw new Refusal('not_found')
  await tx.db
    .deleteFrom('organizer_files')
    .where('firm_id', '=', tx.firmId)
    .where('organizer_id', '=', id)
    .where('question_id', '=', questionId)
    .where('document_id', '=', documentId)
    .execute()
  const files = documentsOf(filling.files.filter((each) => !isIt(each)))
  const counted = await keepProgress(tx, filling, valuesOf(filling.answers), files)
  tx.record({
    type: 'organizer.fileDetached',
    subject: { kind: 'organizer', id },
    payload: { name: filling.name, question: question.label, file: detached.name },
    accountId: filling.accountId,
  })
  return { progress: counted }
}

function requireUpload(filling: Filling, questionId: string) {
  const question = requireVisibleQuestion(filling, questionId)
  if (question.type !== 'file_upload') throw new Refusal('not_found')
  return question
}
