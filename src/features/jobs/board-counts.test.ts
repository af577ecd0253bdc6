import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { AccountId } from '#kernel/ids.ts'
import { freshFirm, type TestFirm } from '../../../test/support/firm.ts'
import type { Caller } from '../../../test/support/firm-in.ts'
import { addJobs, asks, newAccount, newTag, newTaskTemplate, publish } from '../../../test/support/pipeline.ts'
import { finish, holding, moveTo } from '../../../test/support/work.ts'
import { accountsContract } from '../accounts/contract.ts'
import { jobsContract } from './contract.ts'

const counts = async (who: Caller, id: string, query: Record<string, unknown> = {}) =>
  (await who.call(jobsContract.getBoard, { params: { id }, query })).stages.map(({ count, more, turns }) => {
    return { count, more, ...turns }
  })

const NOTHING = { count: 0, more: false, client: 0, team: 0, ready: 0, stuck: 0 }

describe('what a board counts', () => {
  it('VIEW-1: follows every way in which a job comes, changes and goes, and counts the same as whoever counts anew', async () => {
    const firm = await freshFirm()
    const pipeline = await publish(firm, 'Returns', [
      { name: 'Start', automove: true, automations: [asks.task(await newTaskTemplate(firm, 'Check'))] },
      { name: 'Next' },
      { name: 'End' },
    ])
    const accounts = [await newAccount(firm, 'Patel'), await newAccount(firm, 'Young'), await newAccount(firm, 'Chen')]
    const [patel, young, chen] = await addJobs(firm, pipeline, accounts)
    const nobody = await newTag(firm, 'Nobody')
    const seen = async () => {
      const exact = await counts(firm.owner, pipeline.id)
      // a filter that leaves all of them is counted job by job
      expect(await counts(firm.owner, pipeline.id, { search: 'return' })).toEqual(exact)
      expect(await counts(firm.owner, pipeline.id, { tagId: nobody })).toEqual([NOTHING, NOTHING, NOTHING])
      return exact
    }
    expect(await seen()).toEqual([{ ...NOTHING, count: 3, team: 3 }, NOTHING, NOTHING])
    for (const task of await holding(firm.owner, patel!, 'task')) await finish(firm.owner, task)
    await moveTo(firm.owner, young!, pipeline.named('End').id)
    expect(await seen()).toEqual([
      { ...NOTHING, count: 1, team: 1 },
      { ...NOTHING, count: 1, ready: 1 },
      { ...NOTHING, count: 1, ready: 1 },
    ])
    await firm.owner.call(jobsContract.archiveJob, { params: { id: chen! } })
    expect((await seen())[0]).toEqual(NOTHING)
    await firm.owner.call(jobsContract.restoreJob, { params: { id: chen! } })
    await firm.run((tx) => sql`select fold_board_counts(${tx.firmId}, ${pipeline.id})`.execute(tx.db))
    expect((await seen())[0]).toEqual({ ...NOTHING, count: 1, team: 1 })
  })

  it('counts beyond a thousand for whoever sees all; with a filter, or for some clients only, says that there are more', async () => {
    const firm = await freshFirm()
    const pipeline = await publish(firm, 'Returns', [{ name: 'Start' }, { name: 'End' }])
    const account = await newAccount(firm, 'Patel')
    await manyJobs(firm, pipeline.id, pipeline.named('Start').id, account, 1100)
    const of = async (who: Caller, query = {}) => (await counts(who, pipeline.id, query))[0]
    expect(await of(firm.owner)).toMatchObject({ count: 1100, ready: 1100, more: false })
    expect(await of(firm.owner, { search: 'patel' })).toMatchObject({ count: 1000, more: true })
    const employee = await firm.addMember('employee')
    await firm.owner.call(accountsContract.changeAccountTeam, {
      body: { accountIds: [account], add: [employee.member.memberId] },
    })
    await firm.run((tx) =>
      sql`insert into pipeline_members (firm_id, pipeline_id, member_id)
        values (${tx.firmId}, ${pipeline.id}, ${employee.member.memberId})`.execute(tx.db),
    )
    expect(await of(employee)).toMatchObject({ count: 1000, more: true })
  })
})

/** Jobs as they stand in the table, none of which ever moved. */
function manyJobs(firm: TestFirm, pipelineId: string, stageId: string, account: AccountId, count: number) {
  return firm.run((tx) =>
    sql`with made as (
        insert into jobs (firm_id, id, account_id, pipeline_id, stage_id, visit_id, visit_ordinal, name, stage_entered_at,
          created_at)
        select ${tx.firmId}::uuid, gen_random_uuid(), ${account}::uuid, ${pipelineId}::uuid, ${stageId}::uuid,
          gen_random_uuid(), 1, 'Return ' || n, now(), now() from generate_series(1, ${count}::int) n
        returning firm_id, id, pipeline_id, stage_id, visit_id, stage_entered_at)
      insert into visits (firm_id, id, job_id, ordinal, pipeline_id, stage_id, version, how, cause_id, entered_at)
      select firm_id, visit_id, id, 1, pipeline_id, stage_id, 1, 'created',
        (select id from events where firm_id = ${tx.firmId} limit 1), stage_entered_at from made`.execute(tx.db),
  )
}
