import { expect, test } from 'vitest'
import { type JobStatusId, newId } from '#kernel/ids.ts'
import { stage, uses } from '../../../test/support/pipelines.ts'
import type { PipelineDraft } from './model.ts'
import { draftCopied, nameOfCopy } from './rules-copy.ts'

test.each([
  ['1040 Return', [], '1040 Return (2)'],
  ['1040 Return', ['1040 return (2)', '1040 return (3)'], '1040 Return (4)'],
  ['1040 Return (2)', ['1040 return', '1040 return (2)'], '1040 Return (3)'],
  ['Individual returns (1040)', [], 'Individual returns (1040) (2)'],
  ['x'.repeat(120), [], `${'x'.repeat(114)} (2)`],
])('P-19: a copy of %s beside %j is called %s', (name, taken, copy) => {
  expect(nameOfCopy(name, new Set(taken))).toBe(copy)
})

test('P-19, D-14: a copy says the same, with ids of its own', () => {
  const draft = {
    stages: [stage('Gather', [uses('create_task', 't'), uses('send_email', null)]), stage('Done')],
    statuses: [],
  }
  let next = 0
  const copy = draftCopied(draft, () => `id ${next++}`)
  const withoutIds = (from: Pick<PipelineDraft, 'stages'>) =>
    from.stages.map((it) => ({ ...it, id: '', automations: it.automations.map((each) => ({ ...each, id: '' })) }))
  expect(withoutIds(copy)).toEqual(withoutIds(draft))
  const ids = copy.stages.flatMap((it) => [it.id, ...it.automations.map((each) => each.id)])
  expect(ids).toEqual(['id 0', 'id 1', 'id 2', 'id 3'])
})

test('P-19, B-8: the automations that a stage waits for, and the custom statuses, are those of the copy', () => {
  const [first, second] = [uses('create_task', 't'), uses('create_task', 'u')]
  const completion = { rule: 'named' as const, automationIds: [second.id] }
  const status = { id: 'one' as JobStatusId, name: 'On hold', color: 'gray' as const, automove: false, automations: [] }
  const draft = { stages: [stage('Gather', [first, second], { completion })], statuses: [status] }
  const copy = draftCopied(draft, () => newId())
  const [gather] = copy.stages
  expect(gather!.completion).toEqual({ rule: 'named', automationIds: [gather!.automations[1]!.id] })
  expect(gather!.automations[1]!.id).not.toBe(second.id)
  expect(copy.statuses).toEqual([{ ...status, id: expect.not.stringMatching(status.id) }])
})
