import { sql } from 'kysely'
import type { EffectOf } from '#engine/core/effect.ts'
import { outcomeKey } from '#engine/core/model.ts'
import type { AutomationKind } from '#engine/core/pipeline.ts'
import { carryOut } from '#engine/shell/carry-out.ts'
import { withItems } from '#engine/shell/load-world.ts'
import { lockJobs } from '#engine/shell/lock-jobs.ts'
import type { AutomationId, EventId, JobId, PipelineId, VisitId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'

/** What failed for a job where it stands, of an automation that the draft no longer has there. */
export type GoneFailure = { jobId: JobId; visitId: VisitId; automationId: AutomationId; kind: AutomationKind }

/** Failures that nobody can try again any more, because the draft took their automations out (P-14). */
export async function goneFailures(tx: Tx, id: PipelineId): Promise<GoneFailure[]> {
  const { rows } = await sql<GoneFailure>`
    select j.id as "jobId", o.visit_id as "visitId", o.automation_id as "automationId", o.kind
    from pipelines p
      join jobs j on j.firm_id = p.firm_id and j.pipeline_id = p.id and j.failed_outcomes > 0 and j.deleted_at is null
      join automation_outcomes o on o.firm_id = j.firm_id and o.visit_id in (j.visit_id, j.status_visit_id)
        and o.result = 'failed'
    where p.firm_id = ${tx.firmId} and p.id = ${id} and not exists (
      select from jsonb_path_query(p.draft, '$.*[*]') place
        cross join jsonb_array_elements(place -> 'automations') automation
      where place ->> 'id' in (j.stage_id::text, j.status_id::text)
        and automation ->> 'id' = o.automation_id::text)
    order by j.id`.execute(tx.db)
  return rows
}

/** They hold no job any more: what failed is passed over from now on, and the history tells why. */
export async function passOver(tx: Tx, gone: readonly GoneFailure[], causeId: EventId): Promise<void> {
  if (gone.length === 0) return
  const byJob = Map.groupBy(gone, (failure) => failure.jobId)
  const jobs = await withItems(tx, await lockJobs(tx, [...byJob.keys()]))
  const passed = jobs.flatMap((job) => {
    const effects = byJob
      .get(job.id)!
      .map(takenOut)
      .filter((effect) => job.failed.has(keyOf(effect)))
    const failed = job.failed.difference(new Set(effects.map(keyOf)))
    return effects.length > 0 ? [{ effects, decided: { state: { ...job, failed }, added: null, entry: null } }] : []
  })
  const decided = passed.map((job) => job.decided)
  await carryOut(
    tx,
    decided,
    passed.flatMap((job) => job.effects),
    causeId,
  )
}

type Recorded = EffectOf<'record_outcome'>

function takenOut({ jobId, visitId, automationId, kind }: GoneFailure): Recorded {
  const reason = { code: 'taken_out' as const }
  const outcome = { automationId, kind, result: 'skipped' as const, reason, warnings: [], createdId: null }
  return { kind: 'record_outcome', jobId, visitId, outcome, once: false }
}

function keyOf({ visitId, outcome }: Recorded) {
  return outcomeKey(visitId, outcome.automationId)
}
