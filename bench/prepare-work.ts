import type { Automation } from '#engine/core/pipeline.ts'
import { type FirmId, newId, type PipelineId, type StageId, type TemplateId } from '#kernel/ids.ts'
import { organizersContract } from '../src/features/organizers/contract.ts'
import { pipelinesContract } from '../src/features/pipelines/contract.ts'
import type { System } from '../src/system.ts'
import { firmIn, type TestFirm } from '../test/support/firm-in.ts'
import { asks, newTag, newTaskTemplate, publish } from '../test/support/pipeline.ts'
import { asOwner } from './owner.ts'
import { insertClients } from './prepare-clients.ts'

/** A firm at work: one pipeline full of jobs, and an empty one through which jobs cascade. */
export type Work = {
  firmId: FirmId
  owner: string
  /** an employee who sees the clients he is assigned to: every tenth */
  employee: string
  employeeId: string
  tagId: string
  board: { pipelineId: PipelineId; stageIds: StageId[] }
  cascade: { pipelineId: PipelineId; stageIds: StageId[] }
}

const FEWEST_CLIENTS = 2_000
const BOARD_STAGES = 10
const CASCADE_STAGES = 7

export async function prepareWork(system: System, url: string, jobs: number): Promise<Work> {
  const firm = await firmIn(system)
  const tagId = await newTag(firm, 'VIP')
  const board = await publish(
    firm,
    'Board',
    Array.from({ length: BOARD_STAGES }, (_, n) => ({ name: `Stage ${n + 1}`, automove: n % 2 === 0 })),
  )
  const cascade = await publish(firm, 'Cascade', await cascadeStages(firm))
  const employee = await firm.addMember('employee')
  const { revision } = await firm.owner.call(pipelinesContract.getPipeline, { params: { id: board.id } })
  await firm.owner.call(pipelinesContract.setAvailability, {
    params: { id: board.id },
    headers: { 'if-match': `"${revision}"` },
    body: { memberIds: [employee.member.memberId] },
  })
  await insertClients(system, firm.firmId, Math.max(FEWEST_CLIENTS, jobs / 10), tagId)
  const stageIds = board.stages.map((stage) => stage.id)
  await insertJobs(url, firm.firmId, { pipelineId: board.id, stageIds }, jobs, employee.member.memberId)
  return {
    firmId: firm.firmId,
    owner: firm.owner.cookie,
    employee: employee.cookie,
    employeeId: employee.member.memberId,
    tagId,
    board: { pipelineId: board.id, stageIds },
    cascade: { pipelineId: cascade.id, stageIds: cascade.stages.map((stage) => stage.id) },
  }
}

/** Every stage but the last waits for an organizer and a task. */
async function cascadeStages(firm: TestFirm) {
  const organizer = await openOrganizer(firm)
  const task = await newTaskTemplate(firm, 'Check')
  return Array.from({ length: CASCADE_STAGES }, (_, n) => {
    const isLast = n === CASCADE_STAGES - 1
    const automations: Automation[] = isLast ? [] : [asks.organizer(organizer), asks.task(task)]
    return { name: `Step ${n + 1}`, automove: !isLast, automations }
  })
}

/** One that may be submitted as it comes: a completion is one call. */
async function openOrganizer(firm: TestFirm): Promise<TemplateId> {
  const question = { type: 'yes_no' as const, id: 'q_ok', label: 'All as before?', required: false, condition: null }
  const definition = { sections: [{ id: 's_one', name: 'One', condition: null, blocks: [question] }] }
  const body = { name: 'Questions', organizerName: 'Questions', definition }
  return (await firm.owner.call(organizersContract.createOrganizerTemplate, { body })).id as TemplateId
}

/** Jobs spread evenly over clients and stages, with references unchecked while they are written. */
async function insertJobs(
  url: string,
  firmId: FirmId,
  { pipelineId, stageIds }: Work['board'],
  count: number,
  employeeId: string,
): Promise<void> {
  await asOwner(url, async (client) => {
    await client.query('begin')
    await client.query('set local session_replication_role = replica')
    await client.query(
      `create temporary table job on commit drop as
       select n, a.id as account, ($2::uuid[])[1 + n % $3] as stage, uuidv7() as id, uuidv7() as visit,
         now() - n % 90 * interval '1 day' as at
       from generate_series(0, $4::int - 1) n
         join (select id, row_number() over (order by id) - 1 as i from accounts where firm_id = $1) a
           on a.i = n / 10 % (select count(*) from accounts where firm_id = $1)`,
      [firmId, stageIds, stageIds.length, count],
    )
    await client.query(
      `insert into jobs (firm_id, id, account_id, pipeline_id, stage_id, visit_id, visit_ordinal, name, pending_items,
         pending_client_items, done_items, failed_outcomes, stage_entered_at, created_at)
       select $1, id, account, $2, stage, visit, 1, 'Return ' || n, (n / 7 % 4 > 0)::int, (n / 7 % 4 > 1)::int, 1,
         (n % 97 = 0)::int, at, at from job order by n`,
      [firmId, pipelineId],
    )
    await client.query(
      `insert into visits (firm_id, id, job_id, pipeline_id, stage_id, version, ordinal, how, cause_id, entered_at)
       select $1, visit, id, $3, stage, 1, 1, 'created', $2, at from job order by n`,
      [firmId, newId(), pipelineId],
    )
    await client.query(
      `insert into account_members (firm_id, account_id, member_id)
       select firm_id, id, $2 from accounts where firm_id = $1 and substr(short_id, 2)::int % 10 = 0`,
      [firmId, employeeId],
    )
    await client.query(
      `insert into board_counts (firm_id, pipeline_id, stage_id, place, jobs)
       select firm_id, pipeline_id, stage_id, board_place(j), count(*) from jobs j where firm_id = $1 group by 1, 2, 3, 4`,
      [firmId],
    )
    await client.query('commit')
  })
}
