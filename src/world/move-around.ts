import { sql } from 'kysely'
import { NO_CHOICES } from '#engine/core/model.ts'
import { advanceJobs } from '#engine/shell/advance-jobs.ts'
import type { JobId, PipelineId, StageId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'

/** Every how many jobs one stands in which later stage, so that a board shows work at every point. */
const SPREAD = [0, 0, 1, 0, 1, 2, 0, 3, 2, 1, 0, 4, 1, 2, 3]

/** What was asked for earlier holds nobody up any more. */
const LEFT = { byItem: new Map(), byKind: { organizer: 'leave', task: 'leave' } } as const

/**
 * Moves some of the demo's jobs on by hand, where their clients belong, as a team at work would have; their stages'
 * automations run.
 */
export async function moveAround(tx: Tx): Promise<void> {
  const { rows } = await sql<{ id: JobId; pipelineId: PipelineId; stages: StageId[]; n: number }>`
    select j.id, j.pipeline_id as "pipelineId", row_number() over (partition by j.pipeline_id order by a.name)::int as n,
      (select array_agg(stage ->> 'id' order by at) from pipeline_versions v,
         jsonb_array_elements(v.definition -> 'stages') with ordinality as s(stage, at)
       where v.firm_id = j.firm_id and v.pipeline_id = j.pipeline_id and v.version = p.version
         and (stage ->> 'condition' is null or exists (
           select from account_tags t
           where t.firm_id = j.firm_id and t.account_id = j.account_id
             and position(t.tag_id::text in stage ->> 'condition') > 0))) as stages
    from jobs j
    join pipelines p on p.firm_id = j.firm_id and p.id = j.pipeline_id
    join accounts a on a.firm_id = j.firm_id and a.id = j.account_id
    where j.firm_id = ${tx.firmId}`.execute(tx.db)
  const memberId = tx.actor.kind === 'member' ? tx.actor.memberId : null
  for (const { id, pipelineId, stages, n } of rows) {
    const steps = SPREAD[n % SPREAD.length]!
    const stageId = stages[Math.min(steps, stages.length - 1)]!
    const entry = { kind: 'enter', how: 'moved_by_hand', pipelineId, stageId, status: 'leave' } as const
    if (steps > 0) await advanceJobs(tx, [id], { ...NO_CHOICES, ...entry, pending: LEFT, memberId, causeId: null })
  }
}
