import { describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { freshFirm, type MemberCaller } from '../../../test/support/firm.ts'
import { createPipeline, publishedPipeline, seen, stage } from '../../../test/support/pipelines.ts'
import { jobsContract } from '../jobs/contract.ts'
import { pipelinesContract } from './contract.ts'
import type { PipelineSettings } from './model-settings.ts'
import type { PipelineView } from './schemas.ts'

describe('SET-3 to SET-6: the settings of a pipeline', () => {
  test('SET-3, SET-5: begin with account name and the usual fields, and hold on the board at once', async () => {
    const firm = await freshFirm()
    const pipeline = await publishedPipeline(firm, 'Returns', [stage('Gather')])
    expect(pipeline.settings).toMatchObject({ sort: 'account_name', jobTemplateId: null, recurrence: null })
    const cardFields: PipelineSettings['cardFields'] = ['tags', 'due_date', 'tags']
    const changed = await change(firm.owner, pipeline, { sort: 'due_date', cardFields })
    const settings = { sort: 'due_date', cardFields: ['due_date', 'tags'] }
    expect(changed.body).toMatchObject({ settings, version: 1, draftChanged: false })
    const board = await firm.owner.call(jobsContract.getBoard, { params: { id: pipeline.id } })
    expect(board.settings).toEqual(settings)
  })

  test('SET-6, J-23: keep a schedule for new recurrences, and refuse one that makes no sense at its field', async () => {
    const firm = await freshFirm()
    const pipeline = await createPipeline(firm.owner, 'Payroll')
    const recurrence = { frequency: 'monthly', monthDay: 31, startOn: '2026-01-31' }
    const changed = await change(firm.owner, pipeline, { recurrence })
    expect(changed.body.settings.recurrence).toEqual({ ...recurrence, custom: null, weekdays: [], endOn: null })
    const wrong = await change(firm.owner, changed.body, { recurrence: { ...recurrence, weekdays: [1] } })
    expect(wrong.problem.fields).toEqual([
      expect.objectContaining({ path: 'recurrence.weekdays', code: 'schedule_unused' }),
    ])
  })

  test('SET-4: a job template that is not there is refused', async () => {
    const firm = await freshFirm()
    const refused = await change(firm.owner, await createPipeline(firm.owner, 'Payroll'), { jobTemplateId: newId() })
    expect(refused.problem.fields).toEqual([{ path: 'jobTemplateId', code: 'template_missing' }])
  })

  test('P-19: go along to a copy', async () => {
    const firm = await freshFirm()
    const pipeline = await createPipeline(firm.owner, 'Payroll')
    const { body } = await change(firm.owner, pipeline, { sort: 'priority' })
    const copy = await firm.owner.call(pipelinesContract.duplicatePipeline, { params: { id: pipeline.id } })
    expect(copy.settings).toEqual(body.settings)
  })

  test('are for those who manage pipelines; the loser of two changes gets the state, and each change is told', async () => {
    const firm = await freshFirm()
    const pipeline = await createPipeline(firm.owner, 'Payroll')
    const reader = await firm.addMember('employee')
    const body = { memberIds: [reader.member.memberId] }
    const shared = await firm.owner.call(pipelinesContract.setAvailability, { ...seen(pipeline), body })
    expect((await change(reader, shared, { sort: 'priority' })).status).toBe(404)
    const changed = await change(firm.owner, shared, { sort: 'priority', jobTemplateMode: 'manual' })
    const late = await change(firm.owner, shared, { sort: 'due_date' })
    expect(late.problem).toMatchObject({ code: 'stale', detail: { current: { settings: { sort: 'priority' } } } })
    await change(firm.owner, changed.body, {})
    const rows = await firm.run((tx) =>
      tx.db.selectFrom('events').select('payload').where('type', '=', 'pipeline.settingChanged').execute(),
    )
    expect(rows.map(({ payload }) => payload['setting']).sort()).toEqual(['job_template', 'sort'])
  })
})

function change(who: MemberCaller, pipeline: PipelineView, part: object) {
  return who.send(pipelinesContract.changeSettings, { ...seen(pipeline), body: { ...pipeline.settings, ...part } })
}
