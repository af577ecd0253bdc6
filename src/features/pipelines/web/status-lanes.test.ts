import { expect, test } from 'vitest'
import type { PipelineDraft } from '../model.ts'
import * as edits from './draft-edits.ts'
import { addStage, changeStage, moveStage, newAutomation, removeStage } from './draft-edits.ts'
import { newStatusLane, onStatuses, statusesAsLanes } from './status-lanes.ts'

const EMPTY: PipelineDraft = { stages: [edits.newStage()], statuses: [] }

test('J-41: whatever edits stages edits statuses, and leaves the stages as they are', () => {
  const [waits, blocked] = [newStatusLane(), newStatusLane()]
  const steps = [
    addStage(waits, 0),
    addStage(blocked, 1),
    changeStage(waits.id, { name: 'Waits', color: 'orange' } as never),
    moveStage(blocked.id, 0),
    edits.addAutomation(newAutomation('send_email'), { stageId: waits.id, index: 0 }),
  ]
  const draft = steps.reduce((before, step) => onStatuses(step)(before), EMPTY)
  expect(draft.stages).toBe(EMPTY.stages)
  expect(draft.statuses.map(({ name, color, automations }) => [name, color, automations.length])).toEqual([
    ['', 'gray', 0],
    ['Waits', 'orange', 1],
  ])
  expect(Object.keys(draft.statuses[1]!).sort()).toEqual(['automations', 'automove', 'color', 'id', 'name'])
  const removed = onStatuses(removeStage(waits.id))(draft)
  expect(removed.statuses).toHaveLength(1)
  const lane = statusesAsLanes(draft).stages[1]!
  expect(onStatuses(addStage(lane, 1))(removed)).toEqual(draft)
})
