import { readFileSync } from 'node:fs'
import type pg from 'pg'
import { asOwner } from './owner.ts'
import type { Work } from './prepare-work.ts'

/** One move as hand-written SQL; `:m` numbers the moves. */
export const MOVE_SQL = readFileSync(new URL('w2-limit.sql', import.meta.url), 'utf8')

/** Its statements one by one, the transaction's begin and commit included. */
export function statementsOfMove(): string[] {
  const statements = MOVE_SQL.replaceAll(/^--.*$/gm, '').split(/;\n/)
  return statements.map((it) => it.trim()).filter(Boolean)
}

/** Carries out one of the statements for one move, prepared once on each connection. */
export async function runStatement(client: pg.ClientBase, name: string, statement: string, m: number): Promise<void> {
  await client.query({ name, text: statement.replaceAll(':m', '$1'), values: [m] })
}

/**
 * Numbers the moves of all jobs of the cascade, stage by stage, in a table: for each which rows it is about; ids of what
 * it creates are settled. Answers how many there are.
 */
export async function planMoves(client: pg.Client, { firmId, cascade }: Work): Promise<number> {
  const id = (what: string, step: string) => `md5('${what}' || j.id || ${step})::uuid`
  await client.query(
    `create table limit_moves as
     select (row_number() over (order by step, j.id) - 1)::int as m, j.firm_id, j.id as job_id, j.account_id, s.contact_id,
       s.contact_email_id, e.email, step as ordinal, o.template_id as organizer_template, step = $3 as is_last,
       case step when 1 then j.visit_id else ${id('visit', 'step')} end as from_visit,
       case step when 1 then o.id else ${id('organizer', 'step')} end as organizer_id,
       case step when 1 then t.id else ${id('task', 'step')} end as task_id,
       ${id('visit', '(step + 1)')} as to_visit, ${id('organizer', '(step + 1)')} as next_organizer_id,
       ${id('task', '(step + 1)')} as next_task_id, ($4::uuid[])[step + 1] as to_stage
     from jobs j
       join organizer_links l on l.firm_id = j.firm_id and l.job_id = j.id
       join organizers o on o.firm_id = j.firm_id and o.id = l.organizer_id
       join tasks t on t.firm_id = j.firm_id and t.job_id = j.id
       join contact_settings s on s.firm_id = j.firm_id and s.account_id = j.account_id
       join contact_emails e on e.firm_id = j.firm_id and e.id = s.contact_email_id
       cross join generate_series(1, $3::int) step
     where j.firm_id = $1 and j.pipeline_id = $2`,
    [firmId, cascade.pipelineId, cascade.stageIds.length - 1, cascade.stageIds],
  )
  await client.query('create unique index on limit_moves (m)')
  await client.query('create index on limit_moves (job_id, from_visit)')
  await client.query('vacuum analyze limit_moves')
  const { rows } = await client.query<{ count: number }>('select count(*)::int as count from limit_moves')
  return rows[0]!.count
}

/** How many rows there are of each kind: the app's tables, and the queue of its mails. */
export function countRows(url: string): Promise<Map<string, number>> {
  return asOwner(url, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where (schemaname = 'public' or tablename = 'job_common') and tablename <> 'limit_moves' order by 1`,
    )
    const counts = new Map<string, number>()
    for (const { name } of tables) {
      const { rows } = await client.query<{ count: number }>(`select count(*)::int as count from ${name}`)
      counts.set(name, rows[0]!.count)
    }
    return counts
  })
}
