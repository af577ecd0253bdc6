import { sql } from 'kysely'
import type { FirmId } from '#kernel/ids.ts'
import type { System } from '../../src/system.ts'

/** One thing of each kind in a firm, as addresses need them. */
export type Ids = Record<keyof typeof FIRST | 'slug' | 'own', string>

/** How one thing of each kind is found. */
const FIRST = {
  member: sql`select id from team_members where role = 'employee' and firm_id = `,
  mail: sql`select id from mails where kind = 'organizer_sent' and firm_id = `,
  email: sql`select id from templates where kind = 'email' and firm_id = `,
  taskTemplate: sql`select id from templates where kind = 'task' and firm_id = `,
  organizerTemplate: sql`select id from templates where kind = 'organizer' and firm_id = `,
  pipeline: sql`select id from pipelines where library_key = 'us_1040' and firm_id = `,
  task: sql`select task_id as id from task_subtasks where firm_id = `,
  taskRecurrence: sql`select id from task_recurrences where firm_id = `,
  jobRecurrence: sql`select id from job_recurrences where firm_id = `,
  contact: sql`select account_id || '/contacts/' || contact_id as id from account_contacts where firm_id = `,
  uploaded: sql`select id from imports where state = 'uploaded' and firm_id = `,
  running: sql`select id from imports where state = 'running' and firm_id = `,
  finished: sql`select id from imports where state = 'finished' and firm_id = `,
  job: sql`select j.id from jobs j join pipelines p on p.id = j.pipeline_id and p.library_key = 'us_1040'
    where pending_client_items > 0 and j.firm_id = `,
  account: sql`select account_id as id from jobs where pending_client_items > 0 and firm_id = `,
  organizer: sql`select id from organizers where status = 'pending' and firm_id = `,
  todo: sql`select params ->> 'link' as id from mails where kind = 'organizer_sent' and firm_id = `,
} as const

/** Looks into the database, which tests of screens may: their people don't. */
export async function idsIn(system: System, firmId: FirmId): Promise<Ids> {
  const found = await Promise.all(
    Object.entries(FIRST).map(async ([kind, query]) => {
      const { rows } = await sql<{ id: string }>`${query} ${firmId} order by 1 limit 1`.execute(system.maintenance)
      return [kind, rows[0]?.id ?? 'none']
    }),
  )
  const { slug } = await system.maintenance
    .selectFrom('firms')
    .select('slug')
    .where('firm_id', '=', firmId)
    .executeTakeFirstOrThrow()
  return { ...Object.fromEntries(found), own: (await waitingClient(system, firmId))?.organizer ?? 'none', slug }
}

/** A client who may sign in and has something to fill in. */
export async function waitingClient(system: System, firmId: FirmId) {
  const { rows } = await sql<{ email: string; organizer: string }>`
    select e.email, o.id as organizer from organizers o
      join contact_settings s on s.firm_id = o.firm_id and s.account_id = o.account_id and s.login
      join contact_emails e on e.firm_id = s.firm_id and e.id = s.contact_email_id
    where o.firm_id = ${firmId} and o.status = 'pending' order by e.email limit 1`.execute(system.maintenance)
  return rows[0]
}
