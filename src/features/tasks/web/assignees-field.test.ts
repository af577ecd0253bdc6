import { expect, test } from 'vitest'
import { assigneesOf, assigneesPath, whoOf } from './assignees-field.tsx'

test('D-17: people and roles are chosen in one field and sent apart', () => {
  expect(whoOf(assigneesOf(['ada'], ['preparer', 'partner']))).toEqual({
    assigneeIds: ['ada'],
    roleIds: ['preparer', 'partner'],
  })
})

test('a person or role that is refused is said at that field', () => {
  expect(['assigneeIds', 'roleIds.1', 'name'].map(assigneesPath)).toEqual(['assignees', 'assignees', 'name'])
})
