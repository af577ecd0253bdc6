import { sql } from 'kysely'
import type { EffectOf, Outcome } from '#engine/core/model.ts'
import { type Applier, type Carrying, outcomeKey } from '#engine/shell/ports.ts'
import type { JobId, StageId, VisitId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { stageNames } from '../pipelines/index.ts'

/** Opens and closes visits, and states each entry; a hop's cause is the hop before it, the first one's the trigger's. */
export const enterStages: Applier<'enter_stage'> = async (tx, effects, carrying) => {
  const names = await stageNames(tx, effects.flatMap(stagesOf))
  const nameOf = (id: StageId | null) => (id === null ? '' : (names.get(id) ?? ''))
  for (const effect of effects) {
    const before = effect.fromVisitId === null ? undefined : carrying.entered.get(effect.fromVisitId)
    const eventId = tx.record({
      ...entryEvent(effect, nameOf),
      subject: { kind: 'job', id: effect.jobId },
      accountId: effect.accountId,
      jobId: effect.jobId,
      causeId: before ?? carrying.causeId,
    })
    carrying.entered.set(effect.visitId, eventId)
  }
  await closeVisits(tx, effects)
  await openVisits(tx, effects, carrying.entered)
}

/**
 * Keeps what every automation came to, one row each. What was done tells of itself by the event of what it did;
 * what was skipped, failed or warned of is told here, one event per visit (AUD-3).
 */
export const recordOutcomes: Applier<'record_outcome'> = async (tx, decided, carrying) => {
  const effects = decided.map((effect) => withWarnings(effect, carrying))
  const rows = effects.map(({ jobId, visitId, outcome }) => ({
    job_id: jobId,
    visit_id: visitId,
    automation_id: outcome.automationId,
    kind: outcome.kind,
    result: outcome.result,
    reason: outcome.reason,
    warnings: outcome.warnings,
    created_id: outcome.createdId,
  }))
  await sql`
    insert into automation_outcomes (firm_id, visit_id, automation_id, job_id, kind, result, reason, warnings,
                                     created_id, decided_at)
    select ${tx.firmId}::uuid, visit_id, automation_id, job_id, kind, result, reason, warnings, created_id,
           ${tx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(visit_id uuid, automation_id uuid, job_id uuid,
      kind text, result text, reason jsonb, warnings jsonb, created_id uuid)`.execute(tx.db)
  for (const [visitId, group] of Map.groupBy(effects, (effect) => effect.visitId)) {
    const outcomes: Outcome[] = group.map((effect) => effect.outcome).filter(needsTelling)
    if (outcomes.length === 0) continue
    tx.record({
      type: 'job.automationsHeldBack',
      by: 'automation',
      subject: { kind: 'job', id: group[0]!.jobId },
      jobId: group[0]!.jobId,
      payload: { visitId, outcomes },
      causeId: carrying.entered.get(visitId) ?? null,
    })
  }
}

function needsTelling({ result, warnings }: Outcome): boolean {
  return result !== 'done' || warnings.length > 0
}

/** The outcome with what only carrying out could tell, such as shortcodes without a value (FAIL-12). */
function withWarnings(effect: EffectOf<'record_outcome'>, { warnings }: Carrying): EffectOf<'record_outcome'> {
  const found = warnings.get(outcomeKey(effect.visitId, effect.outcome.automationId))
  if (!found) return effect
  return { ...effect, outcome: { ...effect.outcome, warnings: [...effect.outcome.warnings, ...found] } }
}

type Entry = EffectOf<'enter_stage'>

/** Every stage that the event of an entry names. */
function stagesOf({ toStageId, fromStageId, skipped }: Entry): StageId[] {
  return [toStageId, ...(fromStageId ? [fromStageId] : []), ...skipped.map((stage) => stage.stageId)]
}

function entryEvent(effect: Entry, nameOf: (id: StageId | null) => string) {
  const at = { stageId: effect.toStageId, stage: nameOf(effect.toStageId), visitId: effect.visitId }
  const from = nameOf(effect.fromStageId)
  switch (effect.how) {
    case 'created':
      return { type: 'job.created' as const, payload: at }
    case 'moved_by_hand':
      return { type: 'job.movedByHand' as const, payload: { ...at, from, version: effect.version } }
    case 'automove': {
      const skipped = effect.skipped.map((stage) => nameOf(stage.stageId))
      return {
        type: 'job.moved' as const,
        by: 'automation' as const,
        payload: { ...at, from, version: effect.version, skipped },
      }
    }
  }
}

async function closeVisits(tx: Tx, effects: readonly Entry[]): Promise<void> {
  const left = effects.flatMap((effect) => effect.fromVisitId ?? [])
  if (left.length === 0) return
  await tx.db
    .updateTable('stage_visits')
    .set({ left_at: tx.now })
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', sql<string>`any(${left}::uuid[])`)
    .execute()
}

/** A visit that the same decision leaves again is written as left, so that only one is open at any moment. */
async function openVisits(tx: Tx, effects: readonly Entry[], entered: ReadonlyMap<VisitId, string>): Promise<void> {
  const leftAgain = new Set<VisitId>(effects.flatMap((effect) => effect.fromVisitId ?? []))
  const rows = effects.map((effect) => ({
    id: effect.visitId,
    job_id: effect.jobId satisfies JobId,
    stage_id: effect.toStageId,
    version: effect.version,
    ordinal: effect.visitOrdinal,
    how: effect.how,
    cause_id: entered.get(effect.visitId) ?? null,
    left: leftAgain.has(effect.visitId),
  }))
  await sql`
    insert into stage_visits (firm_id, id, job_id, stage_id, version, ordinal, how, cause_id, entered_at, left_at)
    select ${tx.firmId}::uuid, id, job_id, stage_id, version, ordinal, how, cause_id, ${tx.now}::timestamptz,
           case when "left" then ${tx.now}::timestamptz end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(id uuid, job_id uuid, stage_id uuid,
      version integer, ordinal integer, how text, cause_id uuid, "left" boolean)`.execute(tx.db)
}
