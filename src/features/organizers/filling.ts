import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { AccountId, OrganizerId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import { together } from '#platform/db/together.ts'
import type { Tx } from '#platform/db/tx.ts'
import { visibleAccounts } from '../accounts/index.ts'
import { answersOf, definitionOf, documentsOf, filesOf, valuesOf } from './answers.ts'
import type { OrganizerDefinition, Question } from './model.ts'
import { type Answers, type AttachedFiles, type Progress, progress, visibleQuestions } from './rules.ts'
import type { AnswerView, FileView } from './schemas.ts'

/** An organizer that is locked while its client changes it. */
export type Filling = {
  id: OrganizerId
  accountId: AccountId
  name: string
  status: 'pending' | 'submitted'
  submittedAt: Date | null
  startedAt: Date | null
  definition: OrganizerDefinition
  answers: AnswerView[]
  files: FileView[]
}

/** Who is filling in, as answers and documents keep it. */
export type Person = { kind: string; id: string | null; name: string }

/**
 * What the client may open: organizers of his accounts, or the one item of a to-do link. A predicate on `organizers o`;
 * nobody but a client passes.
 */
export function openToClient(tx: Tx): RawBuilder<SqlBool> {
  const { actor } = tx
  switch (actor.kind) {
    case 'client':
      return visibleAccounts(tx, 'o.account_id')
    case 'todo_link':
      return sql<SqlBool>`o.id = ${actor.organizerId}`
    case 'member':
    case 'automation':
    case 'system':
      return sql<SqlBool>`false`
  }
}

/** Locks an organizer that the client may change and reads all of it; refuses a sealed or archived one (ORG-52). */
export async function lockForFilling(tx: Tx, id: OrganizerId): Promise<Filling> {
  const { rows } = await sql<Locked>`
    select o.account_id, o.name, o.status, o.sealed, o.archived, o.submitted_at, o.started_at
    from organizers o where o.firm_id = ${tx.firmId} and o.id = ${id} and ${openToClient(tx)}
    for no key update`.execute(tx.db)
  const row = rows[0]
  if (!row) throw new Refusal('not_found')
  if (row.sealed) throw new Refusal('sealed')
  if (row.archived) throw new Refusal('archived')
  const [definition, answers, files] = await together([definitionOf(tx, id), answersOf(tx, id), filesOf(tx, id)])
  return {
    id,
    accountId: row.account_id,
    name: row.name,
    status: row.status,
    submittedAt: row.submitted_at,
    startedAt: row.started_at,
    definition,
    answers,
    files,
  }
}

/** The question, if it is one of this organizer's and the client sees it now (ORG-21); refused otherwise. */
export function requireVisibleQuestion({ definition, answers, files }: Filling, questionId: string): Question {
  const asked = definition.sections.flatMap(({ blocks }) => blocks).find((block) => block.id === questionId)
  if (!asked || asked.type === 'text_block') throw new Refusal('not_found')
  const visible = visibleQuestions(definition, valuesOf(answers), documentsOf(files))
  if (!visible.includes(asked)) throw new Refusal('conflict', [{ path: 'questionId', code: 'question_hidden' }])
  return asked
}

/** Counts again after a change and keeps the counts with the organizer; the first change is its start (ORG-57). */
export async function keepProgress(
  tx: Tx,
  filling: Filling,
  answers: Answers,
  files: AttachedFiles,
): Promise<Progress> {
  const counted = progress(filling.definition, answers, files)
  await tx.db
    .updateTable('organizers')
    .set({
      answered: counted.answered,
      questions: counted.total,
      updated_at: tx.now,
      started_at: filling.startedAt ?? tx.now,
    })
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', filling.id)
    .execute()
  if (!filling.startedAt) {
    const { id, accountId, name } = filling
    tx.record({ type: 'organizer.started', subject: { kind: 'organizer', id }, payload: { name }, accountId })
  }
  return counted
}

/** Who acts, as answers and documents keep it. */
export function personOf({ actor }: Tx): Person {
  if (actor.kind !== 'client' && actor.kind !== 'todo_link') throw new Error(`${actor.kind} fills in no organizer`)
  return { kind: 'contact', id: actor.contactId, name: actor.name }
}

type Locked = {
  account_id: AccountId
  name: string
  status: 'pending' | 'submitted'
  sealed: boolean
  archived: boolean
  submitted_at: Date | null
  started_at: Date | null
}
