import { sql } from 'kysely'
import { miscountedOrganizers } from './features/organizers/index.ts'
import type { Database } from './platform/db/connect.ts'

/** An invariant that does not hold, how often, and one id to look at. */
export type Broken = { invariant: string; count: number; example: string }

/**
 * What must be true of every database at every moment. Each query names the rows that break it, by id; none writes.
 */
const INVARIANTS: Record<string, string> = {
  'one stage per job: its open visit is the one its row names': `
    select j.id from jobs j left join visits v
      on v.firm_id = j.firm_id and v.job_id = j.id and v.left_at is null and v.status_id is null
    where v.id is distinct from j.visit_id or v.stage_id is distinct from j.stage_id`,
  'a custom status is the open visit that its job names': `
    select j.id from jobs j left join visits v
      on v.firm_id = j.firm_id and v.job_id = j.id and v.left_at is null and v.status_id is not null
    where v.id is distinct from j.status_visit_id or v.status_id is distinct from j.status_id`,
  'visits of a job are numbered without a gap': `
    select job_id as id from visits group by firm_id, job_id having max(ordinal) <> count(*)`,
  'one outcome per automation and visit (A-12)': `
    select v.id from visits v
      join pipeline_versions p on p.firm_id = v.firm_id and p.version = v.version and p.pipeline_id = v.pipeline_id
      cross join jsonb_array_elements(
        p.definition -> case when v.status_id is null then 'stages' else 'statuses' end) place
      cross join jsonb_array_elements(place -> 'automations') automation
      left join automation_outcomes o on o.firm_id = v.firm_id and o.visit_id = v.id
        and o.automation_id = (automation ->> 'id')::uuid
    where place ->> 'id' = coalesce(v.status_id, v.stage_id)::text and o.visit_id is null`,
  'what an outcome says it created is there (D-1, D-2)': `
    select o.created_id as id from automation_outcomes o
    where o.result = 'done' and o.created_id is not null
      and not exists (select from organizers x where x.firm_id = o.firm_id and x.id = o.created_id)
      and not exists (select from tasks x where x.firm_id = o.firm_id and x.id = o.created_id)`,
  'cards count what a recount counts': `
    select j.id from jobs j cross join lateral (
      select count(*) filter (where pending) as pending, count(*) filter (where done) as done from (
        select o.status = 'pending' and not o.sealed and not o.archived as pending, o.status = 'submitted' as done
        from organizer_links l join organizers o on o.firm_id = l.firm_id and o.id = l.organizer_id
        where l.firm_id = j.firm_id and l.job_id = j.id and l.visit_id in (j.visit_id, j.status_visit_id)
        union all
        select t.status in ('planned', 'in_progress'), t.status = 'completed' from tasks t
        where t.firm_id = j.firm_id and t.job_id = j.id and t.visit_id in (j.visit_id, j.status_visit_id)) item) counted
    where j.deleted_at is null and not j.advance_waiting and (j.pending_items <> counted.pending or j.done_items <> counted.done)`,
  'boards count what a recount counts': `
    select coalesce(c.stage_id, j.stage_id) as id
    from (select firm_id, pipeline_id, stage_id, place, sum(jobs) as jobs from board_counts group by 1, 2, 3, 4) c
      full join (select firm_id, pipeline_id, stage_id, board_place(jobs) as place, count(*) as jobs from jobs
                 where board_place(jobs) is not null group by 1, 2, 3, 4) j using (firm_id, pipeline_id, stage_id, place)
    where coalesce(c.jobs, 0) <> coalesce(j.jobs, 0)`,
  'linked jobs are of one client (J-31)': `
    select l.job_id as id from job_links l
      join jobs j on j.firm_id = l.firm_id and j.id = l.job_id
      join jobs o on o.firm_id = l.firm_id and o.id = l.other_id
    where j.account_id <> o.account_id`,
  'no effect without a cause: every automatic event names an event that is there (B-4)': `
    select e.id from events e where e.actor_kind = 'automation'
      and not exists (select from events c where c.firm_id = e.firm_id and c.id = e.cause_id)`,
  'a cause stands before what follows from it, so that every chain has a first one (B-4)': `
    select e.id from events e
    where e.cause_id is not null and not exists (
      select from events c where c.firm_id = e.firm_id and c.id = e.cause_id and c.position < e.position)`,
  'what an automation made is told by an event with a cause (B-4)': `
    select made.id from (
      select firm_id, created_id as id from automation_outcomes where created_id is not null
      union all
      select firm_id, id from tasks where created_by ->> 'kind' = 'automation') made
    where not exists (
      select from events e where e.firm_id = made.firm_id and e.subject_id = made.id
        and e.actor_kind = 'automation' and e.cause_id is not null)`,
  'a mail about a client names the event that it follows from (B-4)': `
    select m.id from mails m left join outbox_entries o on o.firm_id = m.firm_id and o.id = m.id
    where m.account_id is not null
      and not exists (select from events e where e.firm_id = m.firm_id and e.id = o.cause_id)`,
  'every visit names the event that opened it': `
    select v.id from visits v
    where not exists (select from events e where e.firm_id = v.firm_id and e.id = v.cause_id)`,
  'every queued mail has its outbox entry (D-2)': `
    select m.id from mails m where m.state = 'queued'
      and not exists (select from outbox_entries o where o.firm_id = m.firm_id and o.id = m.id)`,
  'a submitted organizer says when': `
    select o.id from organizers o where o.status = 'submitted' and o.submitted_at is null`,
  'a finished bulk act has a result per item': `
    select b.id from bulk_acts b where b.state = 'finished' and b.total <> b.succeeded + b.failed`,
}

export async function findBroken(db: Database): Promise<Broken[]> {
  const broken: Broken[] = []
  for (const [invariant, query] of Object.entries(INVARIANTS)) {
    const { rows } = await sql<{ count: number; example: string }>`
      select count(*)::int as count, min(id::text) as example from (${sql.raw(query)}) rows`.execute(db)
    if (rows[0]!.count > 0) broken.push({ invariant, count: rows[0]!.count, example: rows[0]!.example })
  }
  const miscounted = await miscountedOrganizers(db)
  if (miscounted.length > 0) {
    broken.push({ invariant: COUNTED, count: miscounted.length, example: miscounted[0]! })
  }
  return broken
}

/** Not a query: which questions count is judged by their conditions. */
const COUNTED = 'organizers count the answers they have (ORG-57)'
