import { NO_CHOICES } from '#engine/core/model.ts'
import { addDays, type CalendarDate } from '#kernel/dates.ts'
import { derivedId, type EventId } from '#kernel/ids.ts'
import { nextOccurrence, occurrencesBetween } from '#kernel/recurrence/occurrences.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { Sweep } from '#platform/sweeps/sweep.ts'
import { firmsToday } from '../firms/index.ts'
import { contentOfPipeline, makeJobs } from '../jobs/index.ts'
import { newestVersions } from '../pipelines/index.ts'
import { findDueRecurrences, type Running, takeRecurrence } from './queries.ts'

/** Adds what is due at 0:00 in each firm’s zone (J-22). */
export const jobRecurrencesSweep: Sweep = {
  name: 'job recurrences',
  find: findDueRecurrences,
  carryOut: (tx, id) => runRecurrence(tx, id, null),
}

/**
 * Adds a job for each day that has come, those that were missed too, once each and in order (J-27). While the client or
 * the pipeline is archived nothing is added and nothing made up; a deleted pipeline ends it.
 */
export async function runRecurrence(tx: Tx, id: string, causeId: EventId | null): Promise<void> {
  const recurrence = await takeRecurrence(tx, id)
  const day = await firmsToday(tx)
  if (!recurrence?.nextOn || recurrence.nextOn > day) return
  const { schedule, nextOn, lastOn, paused, gone } = recurrence
  const days = paused || gone ? [] : occurrencesBetween(schedule, nextOn, day)
  if (days.length > 0) await addDue(tx, recurrence, days, causeId)
  await tx.db
    .updateTable('job_recurrences')
    .set({ next_on: gone ? null : nextOccurrence(schedule, addDays(day, 1)), last_on: days.at(-1) ?? lastOn })
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', id)
    .execute()
}

/** They land in the first stage, whose automations fire (J-25); a job's id follows from recurrence and day. */
async function addDue(
  tx: Tx,
  { id, accountId, pipelineId, name }: Running,
  days: readonly CalendarDate[],
  createdBy: EventId | null,
): Promise<void> {
  const version = (await newestVersions(tx, [pipelineId])).get(pipelineId)
  const stage = version?.stages[0]
  if (!stage) return
  const subject = { kind: 'job_recurrence', id }
  const payload = { name, on: days[0]!, days: days.length }
  const causeId = tx.record({ type: 'jobRecurrence.ran', subject, payload, accountId, causeId: createdBy })
  const jobs = days.map((madeOn) => ({
    id: derivedId<'job'>('job_recurrence', id, madeOn),
    ...{ accountId, pipelineId, madeOn },
    createdBy: { kind: 'recurrence', id, name },
  }))
  const place = { pipelineId, stageId: stage.id, status: 'leave' } as const
  const trigger = { ...NO_CHOICES, ...place, kind: 'enter', how: 'created', memberId: null, causeId } as const
  await makeJobs(tx, { ...(await contentOfPipeline(tx, trigger.pipelineId)), title: name }, jobs, trigger)
}
