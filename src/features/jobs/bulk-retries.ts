import { sql } from 'kysely'
import type { AccountId, JobId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import { startAddingAgain } from './bulk.ts'
import { bulkActById, couldSucceed } from './bulk-acts.ts'
import { startEditingAgain } from './bulk-edits.ts'
import { startMovingAgain } from './bulk-moves.ts'
import type { BulkAct } from './bulk-schemas.ts'
import { keepRetry, type StoredAct, storedAct } from './bulk-store.ts'

/**
 * Starts an act again for exactly what failed in it and could succeed now, with the choices of then and the rights of
 * now. Once, however often it is asked for: what fails again is for the new act to try.
 */
export async function retryBulkAct(tx: Tx, id: string): Promise<BulkAct> {
  await bulkActById(tx, id)
  await sql`select from bulk_acts where firm_id = ${tx.firmId} and id = ${id} for no key update`.execute(tx.db)
  const { state, retryId } = await bulkActById(tx, id)
  if (state !== 'finished') throw refused('act_running')
  if (retryId !== null) throw refused('act_retried')
  const subjects = await failedSubjects(tx, id)
  if (subjects.length === 0) throw refused('nothing_to_retry')
  const retry = await startAgain(tx, await storedAct(tx, id), subjects)
  await keepRetry(tx, id, retry.id)
  return retry
}

function startAgain(tx: Tx, act: StoredAct, subjects: string[]): Promise<BulkAct> {
  switch (act.kind) {
    case 'add_jobs':
      return startAddingAgain(tx, act, subjects as AccountId[])
    case 'move_jobs':
      return startMovingAgain(tx, act, subjects as JobId[])
    case 'edit_jobs':
      return startEditingAgain(tx, act, subjects as JobId[])
  }
}

async function failedSubjects(tx: Tx, id: string): Promise<string[]> {
  const { rows } = await sql<{ subjectId: string }>`
    select failed.subject_id as "subjectId"
    from bulk_acts b cross join lateral (${couldSucceed(tx)}) failed
    where b.firm_id = ${tx.firmId} and b.id = ${id} order by failed.ordinal`.execute(tx.db)
  return rows.map((row) => row.subjectId)
}

function refused(code: 'act_running' | 'act_retried' | 'nothing_to_retry'): Refusal {
  return new Refusal('conflict', [{ path: '', code }])
}
