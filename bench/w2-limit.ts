import { spawnSync } from 'node:child_process'
import { globSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { cpuOf, sayCpu } from './cpu.ts'
import { asOwner } from './owner.ts'
import type { Work } from './prepare-work.ts'
import type { BenchServer } from './server.ts'
import { CALLERS } from './w2-cascade.ts'
import { countRows, MOVE_SQL, planMoves, runStatement, statementsOfMove } from './w2-moves.ts'

export type LimitRun = {
  by: string
  took: number
  moves: number
  cpu: string
  /** tables in which that run, in the database at this address, left another number of rows: there should be none */
  differences(whose: string, url: string): Promise<string[]>
}

/** The same moves as the cascade, by hand-written SQL, in a database in which the same jobs were started. */
export async function runLimit(server: BenchServer, url: string, work: Work): Promise<LimitRun> {
  const moves = await asOwner(url, (client) => planMoves(client, work))
  const before = cpuOf(server.cluster)
  const pgbench = findPgbench()
  const took = pgbench ? byPgbench(pgbench, url, moves) : await byConnections(url, moves)
  const cpu = sayCpu(before, cpuOf(server.cluster))
  const counts = await countRows(url)
  return {
    by: pgbench
      ? 'hand-written SQL by pgbench'
      : 'hand-written SQL by 16 connections of this process (no pgbench found)',
    took,
    moves,
    cpu,
    async differences(whose, other) {
      const found = await countRows(other)
      return [...counts].flatMap(([table, rows]) =>
        found.get(table) === rows ? [] : [`${table}: ${found.get(table)} rows by ${whose}, ${rows} by the limit`],
      )
    },
  }
}

function findPgbench(): string | undefined {
  const places = process.env['PATH']!.split(':').map((folder) => join(folder, 'pgbench'))
  return [...places, '/usr/lib/postgresql/*/bin/pgbench'].flatMap((place) => globSync(place))[0]
}

function byPgbench(program: string, url: string, moves: number): number {
  const script = join(tmpdir(), `throughline-limit-${process.pid}.sql`)
  writeFileSync(script, `\\set m :i * ${CALLERS} + :client_id\n\\set i :i + 1\n${MOVE_SQL}`)
  const words = ['-n', '-M', 'prepared', '-D', 'i=0', '-c', `${CALLERS}`, '-j', '2', '-t', `${moves / CALLERS}`]
  const began = performance.now()
  const { status, stderr } = spawnSync(program, [...words, '-f', script, url], { encoding: 'utf8' })
  const took = performance.now() - began
  if (status !== 0) throw new Error(`pgbench ended with ${status}: ${stderr}`)
  return took
}

/** Without pgbench: the same statements, prepared, on as many connections. */
async function byConnections(url: string, moves: number): Promise<number> {
  const statements = statementsOfMove()
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
    if (statement.includes(':m')) await runStatement(client, `move_${n}`, statement, m)
    else await client.query(statement)
  }
}
