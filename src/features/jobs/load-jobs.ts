import { sql } from 'kysely'
import type { Priority } from '#conditions/model.ts'
import type { JobState, Lifecycle, OutcomeKey } from '#engine/core/model.ts'
import type { CalendarDate } from '#kernel/dates.ts'
import type {
  AccountId,
  AutomationId,
  ClientStatusId,
  JobId,
  JobStatusId,
  MemberId,
  PipelineId,
  StageId,
  VisitId,
} from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'

/** Locks jobs in id order, in a statement of its own: whoever looks afterwards sees what just committed (AM-17). */
export async function lockJobs(tx: Tx, ids: readonly JobId[]): Promise<JobId[]> {
  const { rows } = await sql<{ id: JobId }>`
    select id from jobs where firm_id = ${tx.firmId} and id = any(${[...ids]}::uuid[]) and deleted_at is null
    order by id for no key update`.execute(tx.db)
  return rows.map((row) => row.id)
}

type Row = {
  id: JobId
  account_id: AccountId
  pipeline_id: PipelineId
  lifecycle: Lifecycle
  stage_id: StageId
  visit_id: VisitId
  visit_ordinal: number
  status_id: JobStatusId | null
  status_visit_id: VisitId | null
  priority: Priority
  start_on: CalendarDate | null
  due_on: CalendarDate | null
  client_visible: boolean
  client_status_id: ClientStatusId | null
  client_description: string
  failed_outcomes: number
  assignee_ids: MemberId[]
}

/** The jobs as the engine sees them, without their items; deleted ones are missing (JX-2). */
export async function loadJobs(tx: Tx, ids: readonly JobId[]): Promise<JobState[]> {
  const { rows } = await sql<Row>`
    select id, account_id, pipeline_id, lifecycle, stage_id, visit_id, visit_ordinal, status_id, status_visit_id,
      priority, start_on, due_on, client_visible, client_status_id, client_description, failed_outcomes,
      array(select x.member_id::text from job_assignees x
            where x.firm_id = jobs.firm_id and x.job_id = jobs.id) as assignee_ids
    from jobs where firm_id = ${tx.firmId} and id = any(${[...ids]}::uuid[]) and deleted_at is null
    order by id`.execute(tx.db)
  const failed = await failedOutcomes(
    tx,
    rows.filter((row) => row.failed_outcomes > 0),
  )
  return rows.map((row) => stateOf(row, failed.get(row.id) ?? new Set()))
}

/** Which of these automations have ever done their work for these jobs (B-9). */
export async function ranOnce(
  tx: Tx,
  ids: readonly JobId[],
  automationIds: readonly AutomationId[],
): Promise<Map<JobId, Set<AutomationId>>> {
  const { rows } = await sql<{ job_id: JobId; automation_ids: AutomationId[] }>`
    select job_id, array_agg(distinct automation_id::text) as automation_ids from automation_outcomes
    where firm_id = ${tx.firmId} and job_id = any(${[...ids]}::uuid[])
      and automation_id = any(${[...automationIds]}::uuid[]) and result = 'done'
    group by job_id`.execute(tx.db)
  return new Map(rows.map((row) => [row.job_id, new Set(row.automation_ids)]))
}

/** What failed in the visits in which these jobs are now, and may be tried again (D-1). */
async function failedOutcomes(tx: Tx, rows: readonly Row[]): Promise<Map<JobId, Set<OutcomeKey>>> {
  if (rows.length === 0) return new Map()
  const visitIds = rows.flatMap((row) => [row.visit_id, row.status_visit_id ?? []].flat())
  const { rows: found } = await sql<{ job_id: JobId; visit_id: VisitId; automation_id: AutomationId }>`
    select job_id, visit_id, automation_id from automation_outcomes
    where firm_id = ${tx.firmId} and visit_id = any(${visitIds}::uuid[]) and result = 'failed'`.execute(tx.db)
  const byJob = Map.groupBy(found, (row) => row.job_id)
  return new Map(
    [...byJob].map(([id, group]) => [
      id,
      new Set(group.map(({ visit_id, automation_id }): OutcomeKey => `${visit_id}/${automation_id}`)),
    ]),
  )
}

function stateOf(row: Row, failed: Set<OutcomeKey>): JobState {
  const { status_id: statusId, status_visit_id: statusVisitId } = row
  return {
    id: row.id,
    accountId: row.account_id,
    pipelineId: row.pipeline_id,
    lifecycle: row.lifecycle,
    stageId: row.stage_id,
    visitId: row.visit_id,
    visitOrdinal: row.visit_ordinal,
    status: statusId === null || statusVisitId === null ? null : { id: statusId, visitId: statusVisitId },
    priority: row.priority,
    startOn: row.start_on,
    dueOn: row.due_on,
    assigneeIds: new Set(row.assignee_ids),
    clientStatus: {
      visible: row.client_visible,
      statusId: row.client_status_id,
      description: row.client_description,
    },
    items: [],
    failed,
    ranOnce: new Set(),
    submitted: new Map(),
  }
}
