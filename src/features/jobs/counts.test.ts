import { describe, expect, it } from 'vitest'
import { freshFirm } from '../../../test/support/firm.ts'
import { addJobs, asks, hasTag, newAccount, newTag, newTaskTemplate, publish } from '../../../test/support/pipeline.ts'
import { accountsContract } from '../accounts/contract.ts'
import { pipelinesContract } from '../pipelines/contract.ts'
import { jobsContract } from './contract.ts'

const NONE = { client: 0, team: 0, ready: 0, stuck: 0 }

describe('where the jobs are and whose turn they are', () => {
  it('VIEW-1: the board’s filter by turn leaves that turn’s cards, and still counts the others for its buttons', async () => {
    const firm = await freshFirm()
    const pipeline = await publish(firm, 'Returns', [
      { name: 'Wait', automove: true },
      { name: 'Work', automations: [asks.task(await newTaskTemplate(firm, 'Check'))] },
      { name: 'End' },
    ])
    const accounts = [await newAccount(firm, 'Patel'), await newAccount(firm, 'Young'), await newAccount(firm, 'Chen')]
    await addJobs(firm, pipeline, accounts.slice(0, 2))
    await addJobs(firm, pipeline, accounts.slice(2), pipeline.named('Work').id)
    const stages = async (query: Record<string, unknown>) =>
      (await firm.owner.call(jobsContract.getBoard, { params: { id: pipeline.id }, query })).stages
    const shown = (await stages({ turn: 'team' })).map(({ count, cards }) => [count, cards.map((it) => it.accountName)])
    expect(shown).toEqual([
      [0, []],
      [1, ['Chen']],
      [0, []],
    ])
    for (const query of [{}, { turn: 'team' }]) {
      const turns = (await stages(query)).map((stage) => stage.turns)
      expect(turns).toEqual([{ ...NONE, stuck: 2 }, { ...NONE, team: 1 }, NONE])
    }
  })

  it('P-6, P-15: the distribution counts what one sees, by turn and by whole days; no last stage of any pipeline is stuck', async () => {
    const firm = await freshFirm()
    const [one, two] = [
      await publish(firm, 'Annual', [{ name: 'Start' }, { name: 'End', automove: true }]),
      await publish(firm, 'Monthly', [
        { name: 'Start', automove: true },
        { name: 'End', automove: true },
      ]),
    ]
    const [patel, young] = [await newAccount(firm, 'Patel'), await newAccount(firm, 'Young')]
    await addJobs(firm, one, [patel], one.named('End').id)
    firm.system.clock.advance(3 * 86_400_000)
    await addJobs(firm, two, [patel, young])
    const distribution = await firm.owner.call(jobsContract.getDistribution)
    expect(
      distribution.pipelines.map(({ name, stages }) => [name, stages.map(({ turns, ages }) => [turns, ages])]),
    ).toEqual([
      [
        'Annual',
        [
          [NONE, []],
          [{ ...NONE, ready: 1 }, [{ days: 3, count: 1 }]],
        ],
      ],
      [
        'Monthly',
        [
          [{ ...NONE, stuck: 2 }, [{ days: 0, count: 2 }]],
          [NONE, []],
        ],
      ],
    ])
    const stuck = await firm.owner.call(jobsContract.listJobs, { query: { turn: 'stuck', search: 'patel' } })
    expect(stuck.items.map(({ accountName, pipelineName }) => [accountName, pipelineName])).toEqual([
      ['Patel', 'Monthly'],
    ])

    const employee = await firm.addMember('employee')
    await firm.owner.call(accountsContract.changeAccountTeam, {
      body: { accountIds: [young], add: [employee.member.memberId] },
    })
    expect((await employee.call(jobsContract.getDistribution)).pipelines).toEqual([])
    const { revision } = await firm.owner.call(pipelinesContract.getPipeline, { params: { id: two.id } })
    await firm.owner.call(pipelinesContract.setAvailability, {
      params: { id: two.id },
      body: { memberIds: [employee.member.memberId] },
      headers: { 'if-match': `"${revision}"` },
    })
    const seen = (await employee.call(jobsContract.getDistribution)).pipelines
    expect(seen.map(({ name, stages }) => [name, stages[0]?.turns])).toEqual([['Monthly', { ...NONE, stuck: 1 }]])
  })

  it('A-4, A-30: unticking an automation in the panel changes what later ones meet', async () => {
    const firm = await freshFirm()
    const tag = await newTag(firm, 'Foreign income')
    const [adds, asksAbroad] = [
      asks.tags({ add: [tag] }),
      asks.task(await newTaskTemplate(firm, 'Abroad'), hasTag(tag)),
    ]
    const pipeline = await publish(firm, 'Returns', [
      { name: 'Start' },
      { name: 'Next', automations: [adds, asksAbroad] },
    ])
    const [id] = await addJobs(firm, pipeline, [await newAccount(firm, 'Tanaka')])
    const preview = async (deselectedAutomationIds: string[]) => {
      const body = { jobIds: [id], stageId: pipeline.named('Next').id, deselectedAutomationIds }
      const { automations } = await firm.owner.call(jobsContract.previewStage, { body })
      return automations.map(({ runs, others }) => [runs, others[0]?.code])
    }
    expect(await preview([])).toEqual([
      [1, undefined],
      [1, undefined],
    ])
    expect(await preview([adds.id])).toEqual([
      [0, 'deselected'],
      [0, 'condition_not_met'],
    ])
  })
})
