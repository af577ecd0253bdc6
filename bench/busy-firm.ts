import { type RawBuilder, sql } from 'kysely'
import type { AccountId, FirmId, PipelineId, StageId } from '#kernel/ids.ts'
import { jobsContract } from '../src/features/jobs/contract.ts'
import type { System } from '../src/system.ts'
import type { App } from '../test/support/app-process.ts'
import { firmIn } from '../test/support/firm-in.ts'
import { asks, newTag, newTaskTemplate, publish } from '../test/support/pipeline.ts'
import { clientIds, insertClients } from './prepare-clients.ts'

/** A firm in which tasks move jobs on, and bulk acts add and move others. */
export type Busy = {
  firmId: FirmId
  cookie: string
  accountIds: AccountId[]
  cascade: PipelineId
  shuttle: { pipelineId: PipelineId; stageIds: StageId[] }
  /** jobs that an act added twice or not at all, items without a result */
  wronglyCarriedOut(system: System): Promise<number>
}

const CLIENTS = 500
const STAGES = 7
const CALLERS = 8

export async function busyFirm(system: System): Promise<Busy> {
  const firm = await firmIn(system)
  const task = await newTaskTemplate(firm, 'Check')
  const cascade = await publish(
    firm,
    'Cascade',
    Array.from({ length: STAGES }, (_, n) => {
      return {
        name: `Step ${n + 1}`,
        automove: true,
        automations: n < STAGES - 1 ? [asks.task(task), asks.task(task)] : [],
      }
    }),
  )
  const shuttle = await publish(firm, 'Shuttle', [{ name: 'Here' }, { name: 'There', automations: [asks.task(task)] }])
  await insertClients(system, firm.firmId, CLIENTS, await newTag(firm, 'VIP'))
  const accountIds = await clientIds<AccountId>(system, firm.firmId, CLIENTS)
  for (const { id } of [cascade, shuttle])
    await firm.owner.call(jobsContract.addJobs, { body: { pipelineId: id, accountIds, name: 'Return' } })
  await system.worker.drain(['bulk'])
  const { firmId } = firm
  return {
    firmId,
    cookie: firm.owner.cookie,
    accountIds,
    cascade: cascade.id,
    shuttle: { pipelineId: shuttle.id, stageIds: shuttle.stages.map((stage) => stage.id) },
    wronglyCarriedOut: ({ maintenance }) =>
      count(
        maintenance,
        sql`select from bulk_items i left join jobs j on j.firm_id = i.firm_id and j.id = i.result_id
          where i.firm_id = ${firmId} and (i.state = 'waiting' or i.state = 'succeeded' and j.id is null)
          union all
          select from bulk_items where firm_id = ${firmId} group by bulk_id, result_id having count(*) > 1
          union all
          select from (select count(*) as jobs from jobs where firm_id = ${firmId}) j, (
            select count(*) as added from bulk_items i join bulk_acts b on b.firm_id = i.firm_id and b.id = i.bulk_id
            where i.firm_id = ${firmId} and b.kind = 'add_jobs' and i.state = 'succeeded') a
          where j.jobs <> a.added`,
      ),
  }
}

/** Completes open tasks of the cascade through these processes until one of them is gone; `acked`: what was confirmed. */
export async function completeTasks(system: System, busy: Busy, apps: readonly App[], acked: string[]): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select t.id from tasks t join jobs j on j.firm_id = t.firm_id and j.id = t.job_id and j.visit_id = t.visit_id
    where t.firm_id = ${busy.firmId} and j.pipeline_id = ${busy.cascade} and t.status = 'planned'
    order by md5(t.id::text) limit 2000`.execute(system.maintenance)
  const next = rows.values()
  await Promise.all(
    Array.from({ length: CALLERS }, async (_, n) => {
      for (const { id } of next) {
        const answer = await call(apps[n % apps.length]!, busy, 'PUT', `tasks/${id}/status`, { status: 'completed' })
        if (!answer) return
        if (answer.ok) acked.push(id)
        else if (answer.status !== 503) throw new Error(`${answer.status}: ${await answer.text()}`)
      }
    }),
  )
}

/** In turn: adds jobs to the cascade, and moves all jobs of the shuttle to its other stage; the act's id. */
export async function startBulkAct(system: System, busy: Busy, app: App, round: number): Promise<string> {
  const { pipelineId, stageIds } = busy.shuttle
  const [from, to] = round % 4 < 2 ? stageIds : [...stageIds].reverse()
  const answer =
    round % 2 === 0
      ? await call(app, busy, 'POST', 'bulk-moves', { stage: { pipelineId, stageId: from }, stageId: to })
      : await call(app, busy, 'POST', 'job-additions', {
          pipelineId: busy.cascade,
          accountIds: busy.accountIds.slice(0, 200),
          name: 'Return',
        })
  if (answer?.status === 202) return ((await answer.json()) as { id: string }).id
  // nothing stands in the stage: an act of before has not come to its end
  return (await unfinishedActs(system, busy))[0] ?? ''
}

export async function unfinishedActs(system: System, { firmId }: Busy): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from bulk_acts where firm_id = ${firmId} and state <> 'finished' order by created_at`.execute(
    system.maintenance,
  )
  return rows.map((row) => row.id)
}

export async function progressOf(system: System, act: string): Promise<number> {
  const { rows } = await sql<{ done: number }>`
    select succeeded + failed as done from bulk_acts where id = ${act}`.execute(system.maintenance)
  return rows[0]?.done ?? 0
}

export function lostCompletions({ maintenance }: System, acked: readonly string[]): Promise<number> {
  return count(maintenance, sql`select from tasks where id = any(${[...acked]}::uuid[]) and status <> 'completed'`)
}

/** null: the process is gone. */
function call({ url }: App, { cookie }: Busy, method: string, path: string, body: object): Promise<Response | null> {
  const headers = { cookie, 'content-type': 'application/json' }
  return fetch(`${url}/api/v1/${path}`, { method, headers, body: JSON.stringify(body) }).catch(() => null)
}

async function count(db: System['maintenance'], rows: RawBuilder<unknown>): Promise<number> {
  const counted = await sql<{ count: number }>`select count(*)::int as count from (${rows}) found`.execute(db)
  return counted.rows[0]!.count
}
