import { spawnSync } from 'node:child_process'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { cpuOf, sayCpu } from './cpu.ts'
import { asOwner } from './owner.ts'
import type { Work } from './prepare-work.ts'
import type { BenchServer } from './server.ts'
import { CALLERS } from './w2-cascade.ts'

export type LimitRun = {
  by: string
  took: number
  moves: number
  cpu: string
  /** tables in which the run at this address left another number of rows than the limit did: there should be none */
  differences(url: string): Promise<string[]>
}

const SQL = new URL('w2-limit.sql', import.meta.url)

/** The same moves as the cascade, by hand-written SQL, in a database in which the same jobs were started. */
export async function runLimit(server: BenchServer, url: string, work: Work): Promise<LimitRun> {
  const moves = await asOwner(url, (client) => plan(client, work))
  const before = cpuOf(server.cluster)
  const pgbench = findPgbench()
  const took = pgbench ? byPgbench(pgbench, url, moves) : await byConnections(url, moves)
  const counts = await countRows(url)
  return {
    by: pgbench
      ? 'hand-written SQL by pgbench'
      : 'hand-written SQL by 16 connections of this process (no pgbench found)',
    took,
    moves,
    cpu: sayCpu(before, cpuOf(server.cluster)),
    async differences(ours) {
      const found = await countRows(ours)
      return [...counts].flatMap(([table, rows]) =>
        found.get(table) === rows ? [] : [`${table}: ${found.get(table)} rows by us, ${rows} by the limit`],
      )
    },
  }
}

/** Numbers the moves, stage by stage, and says for each which rows it is about; ids of what it creates are settled. */
async function plan(client: pg.Client, { firmId, cascade }: Work): Promise<number> {
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
  await client.query('vacuum analyze limit_moves')
  const { rows } = await client.query<{ count: number }>('select count(*)::int as count from limit_moves')
  return rows[0]!.count
}

function findPgbench(): string | undefined {
  const places = process.env['PATH']!.split(':').map((folder) => join(folder, 'pgbench'))
  return [...places, '/usr/lib/postgresql/*/bin/pgbench'].flatMap((place) => globSync(place))[0]
}

function byPgbench(program: string, url: string, moves: number): number {
  const script = join(tmpdir(), `throughline-limit-${process.pid}.sql`)
  writeFileSync(script, `\\set m :i * ${CALLERS} + :client_id\n\\set i :i + 1\n${readFileSync(SQL, 'utf8')}`)
  const words = ['-n', '-M', 'prepared', '-D', 'i=0', '-c', `${CALLERS}`, '-j', '2', '-t', `${moves / CALLERS}`]
  const began = performance.now()
  const { status, stderr } = spawnSync(program, [...words, '-f', script, url], { encoding: 'utf8' })
  const took = performance.now() - began
  if (status !== 0) throw new Error(`pgbench ended with ${status}: ${stderr}`)
  return took
}

/** Without pgbench: the same statements, prepared, on as many connections. */
async function byConnections(url: string, moves: number): Promise<number> {
  const statements = readFileSync(SQL, 'utf8')
    .replaceAll(/^--.*$/gm, '')
    .split(/;\n/)
    .map((it) => it.trim())
    .filter(Boolean)
  const clients = Array.from({ length: CALLERS }, () => new pg.Client({ connectionString: url }))
  await Promise.all(clients.map((client) => client.connect()))
  const began = performance.now()
  let next = 0
  await Promise.all(
    clients.map(async (client) => {
      for (let m = next++; m < moves; m = next++) await move(client, statements, m)
    }),
  )
  const took = performance.now() - began
  await Promise.all(clients.map((client) => client.end()))
  return took
}

async function move(client: pg.Client, statements: readonly string[], m: number): Promise<void> {
  for (const [n, statement] of statements.entries()) {
    if (!statement.includes(':m')) await client.query(statement)
    else await client.query({ name: `move_${n}`, text: statement.replaceAll(':m', '$1'), values: [m] })
  }
}

async function countRows(url: string): Promise<Map<string, number>> {
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
