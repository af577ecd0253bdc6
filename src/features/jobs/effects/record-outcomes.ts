import { sql } from 'kysely'
import type { EffectOf, Outcome } from '#engine/core/effect.ts'
import { outcomeKey } from '#engine/core/model.ts'
import type { Applier, Carrying } from '#engine/shell/ports.ts'

/**
 * Keeps what every automation came to, one row each; one that is tried again replaces what it came to before
 * (D-1). What was done tells of itself by the event of what it did; what was skipped, failed or warned of is told here,
 * one event per visit (AUD-3).
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
      kind text, result text, reason jsonb, warnings jsonb, created_id uuid)
    on conflict (firm_id, visit_id, automation_id) do update set result = excluded.result, reason = excluded.reason,
      warnings = excluded.warnings, created_id = excluded.created_id, decided_at = excluded.decided_at`.execute(tx.db)
  for (const [visitId, group] of Map.groupBy(effects, (effect) => effect.visitId)) {
    const outcomes: Outcome[] = group.map((effect) => effect.outcome).filter(needsTelling)
    if (outcomes.length === 0) continue
    tx.record({
      type: 'job.automationsHeldBack',
      by: 'automation',
      subject: { kind: 'job', id: group[0]!.jobId },
      jobId: group[0]!.jobId,
      payload: { visitId, outcomes },
      causeId: carrying.entered.get(visitId) ?? carrying.causeId,
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
