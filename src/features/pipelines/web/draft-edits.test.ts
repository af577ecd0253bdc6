import { describe, expect, test } from 'vitest'
import type { AutomationId, StageId } from '#kernel/ids.ts'
import type { PipelineDraft } from '../model.ts'
import { type Direction, moveAutomation, moveStage, removeStage, spotBeside } from './draft-edits.ts'

const draft = {
  stages: [
    { id: 'A', automations: [{ id: 'a1' }, { id: 'a2' }, { id: 'a3' }] },
    { id: 'B', automations: [{ id: 'b1' }] },
    { id: 'C', automations: [] },
  ],
} as unknown as PipelineDraft

describe('STG-2, A-4: order by keyboard and by mouse', () => {
  const steps: [string, Direction, string | null][] = [
    ['a2', 'up', 'A:a2a1a3 B:b1 C:'],
    ['a2', 'down', 'A:a1a3a2 B:b1 C:'],
    ['a1', 'up', null],
    ['a3', 'down', null],
    ['a1', 'right', 'A:a2a3 B:a1b1 C:'],
    ['a3', 'right', 'A:a1a2 B:b1a3 C:'],
    ['b1', 'left', 'A:b1a1a2a3 B: C:'],
    ['b1', 'right', 'A:a1a2a3 B: C:b1'],
    ['a1', 'left', null],
    ['gone', 'up', null],
  ]

  test.each(steps)('%s goes %s: %s', (id, direction, expected) => {
    const spot = spotBeside(draft, id as AutomationId, direction)
    expect(spot && shown(moveAutomation(id as AutomationId, spot)(draft))).toBe(expected)
  })

  test.each([
    ['C', 0, 'C: A:a1a2a3 B:b1'],
    ['A', 1, 'B:b1 A:a1a2a3 C:'],
    ['A', 2, 'B:b1 C: A:a1a2a3'],
    ['A', -1, 'A:a1a2a3 B:b1 C:'],
    ['gone', 0, 'A:a1a2a3 B:b1 C:'],
  ])('stage %s goes to place %d: %s', (id, index, expected) => {
    expect(shown(moveStage(id as StageId, index)(draft))).toBe(expected)
  })

  test('an automation that is dropped on a stage which has just been removed stays where it was', () => {
    const without = removeStage('C' as StageId)(draft)
    expect(moveAutomation('a1' as AutomationId, { stageId: 'C' as StageId, index: 0 })(without)).toBe(without)
  })
})

function shown({ stages }: PipelineDraft): string {
  return stages.map(({ id, automations }) => `${id}:${automations.map((it) => it.id).join('')}`).join(' ')
}
