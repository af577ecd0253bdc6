import { sql } from 'kysely'
import type { AccountId, FirmId, TaskId } from '#kernel/ids.ts'
import { inFirm } from '#platform/db/tx.ts'
import { jobsContract } from '../src/features/jobs/contract.ts'
import { setTaskStatus } from '../src/features/tasks/commands.ts'
import type { System } from '../src/system.ts'
import { findBroken } from '../src/verify.ts'
import { firmIn } from '../test/support/firm-in.ts'
import { asks, newTag, newTaskTemplate, publish } from '../test/support/pipeline.ts'
import { exactly, type Figure, type Options } from './figure.ts'
import { asOwner } from './owner.ts'
import { clientIds, insertClients } from './prepare-clients.ts'
import { openServer } from './server.ts'
import { openStage } from './stage.ts'

/** How many jobs race at a time: each with two connections of its own. */
const LANES = 4

/** The last two items of a stage are finished at the same moment, by two people on two connections, again and again. */
export async function races({ quick }: Options): Promise<Figure[]> {
  const server = await openServer()
  const stage = await openStage(server, 'empty')
  try {
    return await stage.withSystem(async (system) => {
      const count = quick ? 1_000 : 10_000
      const { actor, firmId } = await jobsWithTwoTasks(system, count)
      await asOwner(stage.url, (client) => client.query('vacuum (analyze)'))
      const pairs = (await lastTwo(system, firmId)).values()
      const finish = (id: TaskId) => inFirm(system.source, actor, (tx) => setTaskStatus(tx, id, 'completed'))
      await Promise.all(
        Array.from({ length: LANES }, async () => {
          for (const [one, other] of pairs) await Promise.all([finish(one), finish(other)])
        }),
      )
      const moves = await movesOf(system, firmId)
      const broken = await findBroken(system.maintenance)
      console.log(`races: ${count} times, jobs by number of moves: ${JSON.stringify(moves)}`)
      return [
        exactly('races', `jobs of ${count} that moved exactly once`, moves['1'] ?? 0, count),
        exactly('races', 'invariants broken', broken.length, 0),
      ]
    })
  } finally {
    await stage.close()
    await server.stop()
  }
}

async function jobsWithTwoTasks(system: System, count: number) {
  const firm = await firmIn(system)
  const template = await newTaskTemplate(firm, 'Check')
  const pipeline = await publish(firm, 'Returns', [
    { name: 'Start', automove: true, automations: [asks.task(template), asks.task(template)] },
    { name: 'Next', automove: true },
    { name: 'End' },
  ])
  await insertClients(system, firm.firmId, count, await newTag(firm, 'VIP'))
  const accountIds = await clientIds<AccountId>(system, firm.firmId, count)
  await firm.owner.call(jobsContract.addJobs, { body: { pipelineId: pipeline.id, accountIds, name: 'Return' } })
  await system.worker.drain(['bulk'])
  return { actor: firm.owner.member, firmId: firm.firmId }
}

async function lastTwo(system: System, firmId: FirmId): Promise<[TaskId, TaskId][]> {
  const { rows } = await sql<{ ids: [TaskId, TaskId] }>`
    select array_agg(id::text order by id) as ids from tasks where firm_id = ${firmId} group by job_id`.execute(
    system.maintenance,
  )
  return rows.map((row) => row.ids)
}

async function movesOf(system: System, firmId: FirmId): Promise<Record<string, number>> {
  const { rows } = await sql<{ moves: number; jobs: number }>`
    select moves, count(*)::int as jobs from (
      select (count(*) - 1)::int as moves from visits where firm_id = ${firmId} group by job_id) counted
    group by moves`.execute(system.maintenance)
  return Object.fromEntries(rows.map(({ moves, jobs }) => [moves, jobs]))
}
