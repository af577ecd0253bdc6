import { sql } from 'kysely'
import type { Applier } from '#engine/shell/ports.ts'
import type { JobId, MemberId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { assign } from '../save-jobs.ts'
import { aboutJob } from './enter-stages.ts'

/** Carries out *update job assignees* (AUT-10): in the order decided, so that a chain of stages adds up. */
export const updateAssignees: Applier<'update_job_assignees'> = async (tx, effects, carrying) => {
  await changeAssignees(tx, effects)
  const names = await memberNames(
    tx,
    effects.flatMap(({ add, remove }) => [...add, ...remove]),
  )
  for (const effect of effects) {
    const payload = {
      added: effect.add.map((id) => names.get(id) ?? ''),
      removed: effect.remove.map((id) => names.get(id) ?? ''),
    }
    const causeId = carrying.entered.get(effect.visitId) ?? carrying.causeId
    tx.record({ type: 'job.assigneesChanged', by: 'automation', ...aboutJob(effect), payload, causeId })
  }
}

export type AssigneeChange = { jobId: JobId; add: readonly MemberId[]; remove: readonly MemberId[] }

/** Changes the assignees of any number of jobs with two statements; the last word on a member of a job holds. */
export async function changeAssignees(tx: Tx, changes: readonly AssigneeChange[]): Promise<void> {
  const words = new Map<string, { j: JobId; m: MemberId; on: boolean }>()
  for (const { jobId, add, remove } of changes) {
    for (const id of remove) words.set(jobId + id, { j: jobId, m: id, on: false })
    for (const id of add) words.set(jobId + id, { j: jobId, m: id, on: true })
  }
  const removed = [...words.values()].filter((word) => !word.on)
  if (removed.length > 0) {
    await sql`
      delete from job_assignees t using jsonb_to_recordset(${JSON.stringify(removed)}::jsonb) as gone(j uuid, m uuid)
      where t.firm_id = ${tx.firmId} and t.job_id = gone.j and t.member_id = gone.m`.execute(tx.db)
  }
  await assign(
    tx,
    [...words.values()].filter((word) => word.on),
  )
}

export async function memberNames(tx: Tx, ids: readonly MemberId[]): Promise<Map<MemberId, string>> {
  const rows = await tx.db
    .selectFrom('team_members')
    .select(['id', 'name'])
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', sql<string>`any(${[...new Set(ids)]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.id as MemberId, row.name]))
}
