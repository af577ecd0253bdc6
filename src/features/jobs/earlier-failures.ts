import { sql } from 'kysely'
import { automationsOf } from '#engine/core/pipeline.ts'
import type { JobId, PipelineId, StageId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newestVersions, stageNames } from '../pipelines/index.ts'
import { loadNames, templateName } from './describe-automations.ts'
import type { Job } from './schemas.ts'

type Failure = Job['earlierFailures'][number]
type Row = Pick<Failure, 'automationId' | 'kind' | 'reason'> & { pipelineId: PipelineId; stageId: StageId }

/** What failed in stages that the job has left since, and was not done later: it is missing, and said so. */
export async function earlierFailures(tx: Tx, id: JobId, currentVisitIds: readonly string[]): Promise<Failure[]> {
  const rows = await failuresOutside(tx, id, currentVisitIds)
  if (rows.length === 0) return []
  const versions = await newestVersions(tx, [...new Set(rows.map((row) => row.pipelineId))])
  const names = await loadNames(tx, [...versions.values()])
  const stages = await stageNames(
    tx,
    rows.map((row) => row.stageId),
  )
  const automations = new Map([...versions.values()].flatMap(automationsOf).map((each) => [each.id as string, each]))
  return rows.map(({ automationId, kind, reason, stageId }) => {
    const stage = stages.get(stageId) ?? ''
    const template = templateName(automations.get(automationId), names)
    return {
      automationId,
      kind,
      result: 'failed',
      reason,
      warnings: [],
      createdId: null,
      templateName: template,
      stage,
    }
  })
}

/** The last of each automation, in the order in which they happened. */
async function failuresOutside(tx: Tx, id: JobId, currentVisitIds: readonly string[]): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select last.automation_id as "automationId", last.kind, last.reason, last.pipeline_id as "pipelineId",
      last.stage_id as "stageId"
    from (select distinct on (o.automation_id) o.automation_id, o.kind, o.result, o.reason, o.visit_id, v.ordinal,
            v.pipeline_id, v.stage_id
          from automation_outcomes o join visits v on v.firm_id = o.firm_id and v.id = o.visit_id
          where o.firm_id = ${tx.firmId} and o.job_id = ${id} and o.result <> 'skipped'
          order by o.automation_id, v.ordinal desc) last
    where last.result = 'failed' and last.visit_id <> all(${[...currentVisitIds]}::uuid[])
    order by last.ordinal, last.automation_id`.execute(tx.db)
  return rows
}
