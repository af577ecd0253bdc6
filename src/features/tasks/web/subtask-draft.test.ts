import { expect, test } from 'vitest'
import { newSubtask, subtaskDrafts, subtaskPath, writtenSubtasks } from './subtask-draft.ts'

test('T-5: lines that nobody touches are sent as they came, empty ones are none', () => {
  const lines = [
    { id: 'a', name: 'Bank' },
    { id: 'b', name: 'Payroll' },
  ]
  expect(writtenSubtasks([...subtaskDrafts(lines), newSubtask()])).toEqual(lines)
  expect(writtenSubtasks(subtaskDrafts(['Bank']))).toEqual([{ id: null, name: 'Bank' }])
})

test('a refused line is found in the form, empty lines before it or not', () => {
  const drafts = [newSubtask(), ...subtaskDrafts(['Bank', '[YEAR]'])]
  expect(subtaskPath('subtasks.1', drafts)).toBe('subtasks.2.name')
  expect(subtaskPath('subtasks.0.name', drafts)).toBe('subtasks.1.name')
  expect(subtaskPath('name', drafts)).toBe('name')
})
