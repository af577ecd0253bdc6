import { sql } from 'kysely'
import type { AccountId, JobId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { jobIsVisible } from './cards.ts'
import type { Job } from './schemas.ts'

export type JobFields = Pick<
  Job,
  'description' | 'priority' | 'startOn' | 'dueOn' | 'timeBudget' | 'client' | 'people' | 'visits' | 'createdBy'
> & { createdAt: Date; completedAt: Date | null; stageDueAt: Date | null; advanceWaiting: boolean }

/** What a job says of itself, and what the system knows of it (JOB-5 to JOB-10, JOB-16). */
export async function jobFields(tx: Tx, id: JobId): Promise<JobFields> {
  const { rows } = await sql<JobFields>`
    select j.description, j.priority, j.start_on as "startOn", j.due_on as "dueOn", j.time_budget as "timeBudget",
      j.created_at as "createdAt", j.completed_at as "completedAt", j.stage_due_at as "stageDueAt",
      j.advance_waiting as "advanceWaiting", (select count(*)::int from visits v
        where v.firm_id = j.firm_id and v.job_id = j.id and v.status_id is null) as visits,
      case when j.created_by is not null
        then json_build_object('kind', j.created_by ->> 'kind', 'name', j.created_by ->> 'name') end as "createdBy",
      json_build_object('visible', j.client_visible, 'statusId', j.client_status_id, 'status', s.name,
        'color', s.color, 'name', j.client_name, 'description', j.client_description) as client,
      coalesce((select json_agg(json_build_object('id', m.id, 'name', m.name) order by m.name)
        from job_assignees x join team_members m on m.firm_id = x.firm_id and m.id = x.member_id
        where x.firm_id = j.firm_id and x.job_id = j.id), '[]') as people
    from jobs j left join client_statuses s on s.firm_id = j.firm_id and s.id = j.client_status_id
    where j.firm_id = ${tx.firmId} and j.id = ${id}`.execute(tx.db)
  return rows[0]!
}

/** Earlier and other work for the same client, newest first (JOB-13). */
export async function recentJobs(tx: Tx, id: JobId, accountId: AccountId): Promise<Job['recent']> {
  const { rows } = await sql<Omit<Job['recent'][number], 'createdAt'> & { createdAt: Date }>`
    select j.id, j.name, p.name as "pipelineName", j.lifecycle, j.created_at as "createdAt"
    from jobs j join pipelines p on p.firm_id = j.firm_id and p.id = j.pipeline_id
    where j.firm_id = ${tx.firmId} and j.account_id = ${accountId} and j.id <> ${id} and j.deleted_at is null
      and ${jobIsVisible(tx)}
    order by j.created_at desc, j.id desc limit 5`.execute(tx.db)
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }))
}
