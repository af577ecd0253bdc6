import { sql } from 'kysely'
import { addDays } from '#kernel/dates.ts'
import type { MemberId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { firmsToday } from '../firms/index.ts'
import { jobIsVisible } from './cards.ts'
import { type CalendarJob, type Deadlines, type Load, MOST_ON_CALENDAR } from './contract-overview.ts'

const APPROACHING_DAYS = 7
const IDLE_DAYS = 14

type Stretch = { from: string; to: string; memberId?: MemberId | undefined }

/** Jobs that the actor may see and that are due in these days; archived ones are over (VIEW-4). */
export async function loadJobCalendar(
  tx: Tx,
  { from, to, memberId }: Stretch,
): Promise<{ items: CalendarJob[]; leftOut: number }> {
  const { rows } = await sql<CalendarJob & { total: number }>`
    select j.id, j.name, a.name as "accountName", j.pipeline_id as "pipelineId", j.priority, j.lifecycle,
      j.due_on as "dueOn", count(*) over ()::int as total
    from jobs j join accounts a on a.firm_id = j.firm_id and a.id = j.account_id
    where j.firm_id = ${tx.firmId} and j.due_on between ${from}::date and ${to}::date and j.lifecycle <> 'archived'
      and j.deleted_at is null and ${jobIsVisible(tx)} and ${assignedTo(memberId)}
    order by j.due_on, lower(a.name), j.id limit ${MOST_ON_CALENDAR}`.execute(tx.db)
  return { items: rows.map(({ total: _, ...job }) => job), leftOut: (rows[0]?.total ?? 0) - rows.length }
}

/** What needs looking at, among the active jobs that the actor may see; completed ones are never overdue (REP-2). */
export async function loadDeadlines(tx: Tx, memberId: MemberId | undefined): Promise<Deadlines> {
  const day = await firmsToday(tx)
  const week = addDays(day, APPROACHING_DAYS)
  const idleSince = new Date(tx.now.getTime() - IDLE_DAYS * 86_400_000)
  const { rows } = await sql<Deadlines>`
    select count(*) filter (where j.due_on < ${day}::date)::int as overdue,
      count(*) filter (where j.due_on between ${day}::date and ${week}::date)::int as approaching,
      count(*) filter (where j.stage_due_at < ${tx.now}::timestamptz)::int as "overdueInStage",
      count(*) filter (where j.stage_entered_at < ${idleSince}::timestamptz and not exists (
        select from events e where e.firm_id = j.firm_id and e.job_id = j.id
          and e.at >= ${idleSince}::timestamptz))::int as idle,
      count(*)::int as total
    from jobs j
    where j.firm_id = ${tx.firmId} and j.lifecycle = 'active' and j.deleted_at is null and ${jobIsVisible(tx)}
      and ${assignedTo(memberId)}`.execute(tx.db)
  return rows[0]!
}

/** Who has how much to do: everybody who works here, the busiest first (REP-1). */
export async function loadTeamLoad(tx: Tx): Promise<{ items: Load[] }> {
  const day = await firmsToday(tx)
  const { rows } = await sql<Load>`
    select m.id as "memberId", m.name, coalesce(j.jobs, 0) as jobs, coalesce(j.overdue, 0) as "overdueJobs",
      coalesce(t.tasks, 0) as tasks, coalesce(t.overdue, 0) as "overdueTasks"
    from team_members m
      left join (
        select x.member_id, count(*)::int as jobs, count(*) filter (where j.due_on < ${day}::date)::int as overdue
        from job_assignees x join jobs j on j.firm_id = x.firm_id and j.id = x.job_id
        where x.firm_id = ${tx.firmId} and j.lifecycle = 'active' and j.deleted_at is null
        group by x.member_id) j on j.member_id = m.id
      left join (
        select x.member_id, count(*)::int as tasks, count(*) filter (where t.due_on < ${day}::date)::int as overdue
        from task_assignees x join tasks t on t.firm_id = x.firm_id and t.id = x.task_id
        where x.firm_id = ${tx.firmId} and t.status in ('planned', 'in_progress')
        group by x.member_id) t on t.member_id = m.id
    where m.firm_id = ${tx.firmId} and m.state = 'active'
    order by coalesce(j.jobs, 0) + coalesce(t.tasks, 0) desc, lower(m.name), m.id`.execute(tx.db)
  return { items: rows }
}

function assignedTo(memberId: MemberId | undefined) {
  if (memberId === undefined) return sql<boolean>`true`
  return sql<boolean>`(exists (select from job_assignees x where x.firm_id = j.firm_id and x.job_id = j.id
      and x.member_id = ${memberId})
    or exists (select from account_members x where x.firm_id = j.firm_id and x.account_id = j.account_id
      and x.member_id = ${memberId}))`
}
