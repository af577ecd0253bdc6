import { expect, it } from 'vitest'
import type { AutomationId } from '#kernel/ids.ts'
import * as f from './example.fixture.ts'
import { previewEntry } from './preview.ts'

const version = f.pipeline(
  f.stage('gather', [
    f.tags({ add: ['foreign'] }),
    f.organizer(f.tagCondition('foreign')),
    f.organizer(f.tagCondition('rental')),
    f.email(null, 'gone'),
  ]),
  f.stage('file'),
)

const preview = (stageId: string, deselected: string[] = []) =>
  previewEntry(
    version.stages.find((stage) => stage.id === stageId)!.automations,
    { job: f.jobIn('gather'), account: f.account() },
    f.catalog,
    { deselected: new Set(deselected as AutomationId[]), shown: new Map() },
  ).map(({ automationId, result, reason }) => [automationId, result, reason?.code ?? null])

it('A-30, A-31: shows which automations would run, and why the others would not', () => {
  expect(preview('gather')).toEqual([
    ['gather/0', 'done', null],
    ['gather/1', 'done', null],
    ['gather/2', 'skipped', 'condition_not_met'],
    ['gather/3', 'failed', 'template_missing'],
  ])
})

it('A-4: deselecting one shows what it changes for those after it', () => {
  expect(preview('gather', ['gather/0'])).toEqual([
    ['gather/0', 'skipped', 'deselected'],
    ['gather/1', 'skipped', 'condition_not_met'],
    ['gather/2', 'skipped', 'condition_not_met'],
    ['gather/3', 'failed', 'template_missing'],
  ])
})

it('shows nothing for a stage without automations', () => {
  expect(preview('file')).toEqual([])
})
