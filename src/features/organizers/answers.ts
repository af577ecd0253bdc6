import type { DocumentId, OrganizerId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { AnswerValue, OrganizerDefinition } from './model.ts'
import type { AttachedFiles } from './rules.ts'
import type { AnswerView, FileView } from './schemas.ts'

/** What an organizer asks: the version of its template that it was sent from (A-8, ORG-10). */
export async function definitionOf(tx: Tx, id: OrganizerId): Promise<OrganizerDefinition> {
  const row = await tx.db
    .selectFrom('organizers as o')
    .innerJoin('template_versions as v', (join) =>
      join
        .onRef('v.firm_id', '=', 'o.firm_id')
        .onRef('v.template_id', '=', 'o.template_id')
        .onRef('v.version', '=', 'o.template_version'),
    )
    .select('v.content')
    .where('o.firm_id', '=', tx.firmId)
    .where('o.id', '=', id)
    .executeTakeFirstOrThrow()
  return (row.content as { definition: OrganizerDefinition }).definition
}

/** Every answer that was ever given, those of hidden questions and those taken back too (ORG-21). */
export async function answersOf(tx: Tx, id: OrganizerId): Promise<AnswerView[]> {
  const rows = await tx.db
    .selectFrom('organizer_answers')
    .select(['question_id', 'value', 'revision', 'answered_by', 'answered_at'])
    .where('firm_id', '=', tx.firmId)
    .where('organizer_id', '=', id)
    .orderBy('question_id')
    .execute()
  return rows.map((row) => ({
    questionId: row.question_id,
    value: row.value,
    revision: row.revision,
    answeredBy: row.answered_by.name,
    answeredAt: row.answered_at.toISOString(),
  }))
}

/** The files that are attached, oldest first. */
export async function filesOf(tx: Tx, id: OrganizerId): Promise<FileView[]> {
  const rows = await tx.db
    .selectFrom('organizer_files as f')
    .innerJoin('documents as d', (join) =>
      join.onRef('d.firm_id', '=', 'f.firm_id').onRef('d.id', '=', 'f.document_id'),
    )
    .select(['f.question_id', 'f.document_id', 'f.attached_at', 'd.name', 'd.media_type', 'd.bytes'])
    .where('f.firm_id', '=', tx.firmId)
    .where('f.organizer_id', '=', id)
    .orderBy('f.attached_at')
    .orderBy('f.document_id')
    .execute()
  return rows.map((row) => ({
    questionId: row.question_id,
    documentId: row.document_id as DocumentId,
    name: row.name,
    mediaType: row.media_type,
    bytes: row.bytes,
    attachedAt: row.attached_at.toISOString(),
  }))
}

export function valuesOf(answers: readonly AnswerView[]): Map<string, AnswerValue | null> {
  return new Map(answers.map(({ questionId, value }) => [questionId, value]))
}

export function documentsOf(files: readonly FileView[]): AttachedFiles {
  const byQuestion = Map.groupBy(files, (file) => file.questionId)
  return new Map([...byQuestion].map(([questionId, group]) => [questionId, group.map((file) => file.documentId)]))
}
