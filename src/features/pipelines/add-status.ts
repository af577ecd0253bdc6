import { sql } from 'kysely'
import { type JobStatus, MOST_STATUSES, RESERVED_STATUSES } from '#engine/core/pipeline.ts'
import { newId, type PipelineId } from '#kernel/ids.ts'
import { invalid, Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import { writeDraft } from './commands.ts'
import { insertVersion } from './insert-version.ts'
import { pipelineById } from './queries.ts'

/**
 * Adds a custom status without automations to what runs now, so that a job can be put into it at once (J-41). The draft
 * gets it too and keeps everything else that is not published yet.
 */
export async function addStatus(
  tx: Tx,
  id: PipelineId,
  wanted: Pick<JobStatus, 'name' | 'color' | 'automove'>,
): Promise<Omit<JobStatus, 'automations'>> {
  await pipelineById(tx, id)
  await sql`select from pipelines where firm_id = ${tx.firmId} and id = ${id} for update`.execute(tx.db)
  const { name, state, version: before, published, draft } = await pipelineById(tx, id)
  if (state === 'deleted') throw new Refusal('deleted')
  if (before === null || !published) throw new Refusal('not_published')
  const there = [...published.statuses, ...draft.statuses].map((status) => status.name.trim().toLowerCase())
  if ([...RESERVED_STATUSES, ...there].includes(wanted.name.toLowerCase())) throw invalid('name', 'duplicate')
  if (Math.max(published.statuses.length, draft.statuses.length) >= MOST_STATUSES) {
    throw invalid('name', 'too_big_list', { maximum: MOST_STATUSES })
  }
  const made = { id: newId<'job_status'>(tx.now.getTime()), ...wanted }
  const status: JobStatus = { ...made, automations: [] }
  const version = before + 1
  await insertVersion(tx, id, version, { ...published, statuses: [...published.statuses, status] })
  await writeDraft(tx, id, { ...draft, statuses: [...draft.statuses, status] })
  const payload = { name, status: status.name, version }
  tx.record({ type: 'pipeline.statusAdded', subject: { kind: 'pipeline', id }, payload })
  return made
}
