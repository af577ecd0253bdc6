import { expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { taskQuery } from './task-query.ts'
import { taskSearch } from './task-search.ts'

test('T-8: an address without filters asks for one’s own tasks; what it cannot mean is left out', () => {
  expect(taskSearch({ who: 'x', due: 'never', priority: 7, q: '', sort: 'name' })).toEqual({})
  expect(taskQuery({}, '2027-03-01').assignee).toBe('me')
})

test('T-8: nobody’s, everybody’s, a colleague’s', () => {
  const id = newId()
  expect(taskQuery(taskSearch({ who: 'nobody' }), '2027-03-01').assignee).toBe('none')
  expect(taskQuery(taskSearch({ who: 'everybody' }), '2027-03-01').assignee).toBeUndefined()
  expect(taskQuery(taskSearch({ who: id }), '2027-03-01').assignee).toBe(id)
})

test('overdue is before today, a week is today and six days more', () => {
  expect(taskQuery({ due: 'overdue' }, '2027-03-01')).toMatchObject({ dueFrom: undefined, dueTo: '2027-02-28' })
  expect(taskQuery({ due: 'week' }, '2027-03-01')).toMatchObject({ dueFrom: '2027-03-01', dueTo: '2027-03-07' })
})
