import { sql } from 'kysely'
import type { BodyOf } from '#kernel/contract.ts'
import { addDays, type CalendarDate } from '#kernel/dates.ts'
import { type Id, newId } from '#kernel/ids.ts'
import { nextOccurrence } from '#kernel/recurrence/occurrences.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import { requireVisibleAccounts, visiblePipelines } from '../accounts/index.ts'
import { firmsToday } from '../firms/index.ts'
import { requireContent } from '../jobs/index.ts'
import { EMPTY_CONTENT } from '../jobs/model.ts'
import { newestVersions, pipelineNames, takingJobs } from '../pipelines/index.ts'
import type { JobRecurrence, jobRecurrencesContract } from './contract.ts'
import { jobRecurrenceById } from './queries.ts'
import { runRecurrence } from './run-recurrence.ts'

type Body = BodyOf<typeof jobRecurrencesContract.createJobRecurrences>

/** Lets a job come again for each account, from its first day on that is not past; one of today is added at once. */
export async function createJobRecurrences(
  tx: Tx,
  { pipelineId, accountIds, name, schedule }: Body,
): Promise<{ created: number }> {
  const pipeline = await pipelineThatTakesJobs(tx, pipelineId)
  await requireContent(tx, { ...EMPTY_CONTENT, title: name }, 'name')
  const wanted = [...new Set(accountIds)]
  await requireVisibleAccounts(tx, wanted)
  const nextOn = nextOccurrence(schedule, await firmsToday(tx))
  const rows = wanted.map((accountId) => ({ id: newId<'recurrence'>(tx.now.getTime()), accountId }))
  await sql`
    insert into job_recurrences (firm_id, id, account_id, pipeline_id, name, schedule, next_on, created_by, created_at)
    select ${tx.firmId}::uuid, id, "accountId", ${pipelineId}::uuid, ${name}, ${JSON.stringify(schedule)}::jsonb,
      ${nextOn}::date, ${JSON.stringify(by(tx))}::jsonb, ${tx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(id uuid, "accountId" uuid)`.execute(tx.db)
  for (const { id, accountId } of rows) {
    const subject = { kind: 'job_recurrence', id }
    const causeId = tx.record({ type: 'jobRecurrence.created', subject, payload: { name, pipeline }, accountId })
    await runRecurrence(tx, id, causeId)
  }
  return { created: rows.length }
}

/** Changes what comes and when, from today on; what was added stays (J-26). One that has ended starts again. */
export async function changeJobRecurrence(
  tx: Tx,
  id: Id<'recurrence'>,
  { name, schedule }: BodyOf<typeof jobRecurrencesContract.changeJobRecurrence>,
  revision: number,
): Promise<JobRecurrence> {
  const before = await jobRecurrenceById(tx, id)
  await requireContent(tx, { ...EMPTY_CONTENT, title: name }, 'name')
  const day = await firmsToday(tx)
  const lastOn = await lastDay(tx, id)
  const from = lastOn !== null && lastOn >= day ? addDays(lastOn, 1) : day
  const changed = await tx.db
    .updateTable('job_recurrences')
    .set({
      name,
      schedule: JSON.stringify(schedule),
      next_on: nextOccurrence(schedule, from),
      revision: revision + 1,
    })
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .returning('id')
    .executeTakeFirst()
  if (!changed) throw new Refusal('stale', [], { current: await jobRecurrenceById(tx, id) })
  const causeId = tx.record({ type: 'jobRecurrence.changed', ...about(before), payload: { name } })
  await runRecurrence(tx, id, causeId)
  return jobRecurrenceById(tx, id)
}

/** Nothing comes any more; ending it again does nothing. */
export async function endJobRecurrence(tx: Tx, id: Id<'recurrence'>): Promise<JobRecurrence> {
  const before = await jobRecurrenceById(tx, id)
  const ended = await tx.db
    .updateTable('job_recurrences')
    .set((eb) => ({ next_on: null, revision: eb('revision', '+', 1) }))
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', id)
    .where('next_on', 'is not', null)
    .returning('id')
    .executeTakeFirst()
  if (ended) tx.record({ type: 'jobRecurrence.ended', ...about(before), payload: { name: before.name } })
  return jobRecurrenceById(tx, id)
}

function about({ id, accountId }: JobRecurrence) {
  return { subject: { kind: 'job_recurrence', id }, accountId: accountId as Body['accountIds'][number] }
}

/** The name of a pipeline that the actor sees and that takes new jobs (P-12). */
async function pipelineThatTakesJobs(tx: Tx, id: Body['pipelineId']): Promise<string> {
  const seen = await sql`select from pipelines p
    where p.firm_id = ${tx.firmId} and p.id = ${id} and ${visiblePipelines(tx, 'p.id')}`.execute(tx.db)
  if (seen.rows.length === 0) throw new Refusal('not_found')
  if (!(await newestVersions(tx, [id])).has(id)) throw new Refusal('not_published')
  if (!(await takingJobs(tx, [id])).has(id)) throw new Refusal('archived')
  return (await pipelineNames(tx, [id])).get(id) ?? ''
}

async function lastDay(tx: Tx, id: Id<'recurrence'>): Promise<CalendarDate | null> {
  const row = await tx.db
    .selectFrom('job_recurrences')
    .select('last_on')
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()
  return row.last_on as CalendarDate | null
}

function by({ actor }: Tx): { kind: string; id: string | null; name: string } {
  return { kind: actor.kind, id: actor.kind === 'member' ? actor.memberId : null, name: actor.name }
}
