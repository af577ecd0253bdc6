import { describe, expect, test } from 'vitest'
import type { Role } from '#kernel/rights.ts'
import { changedRights, mayChangeRights, mayChangeRole, mayChangeState } from './model.ts'

const person = (role: Role, id: string = role) => ({ id, role })

describe('USR-1: who may change what of whom', () => {
  test.each<[Role, Role, { role: boolean; rights: boolean; state: boolean }]>([
    ['owner', 'admin', { role: true, rights: false, state: true }],
    ['owner', 'employee', { role: true, rights: true, state: true }],
    ['admin', 'owner', { role: false, rights: false, state: false }],
    ['admin', 'admin', { role: false, rights: false, state: false }],
    ['admin', 'employee', { role: false, rights: true, state: true }],
    ['employee', 'owner', { role: false, rights: false, state: false }],
    ['employee', 'admin', { role: false, rights: false, state: false }],
    ['employee', 'employee', { role: false, rights: false, state: false }],
  ])('%s of another %s', (by, of, may) => {
    const other = person(of, 'another')
    expect({
      role: mayChangeRole(person(by), other),
      rights: mayChangeRights(person(by), other),
      state: mayChangeState(person(by), other),
    }).toEqual(may)
  })

  test.each<Role>(['owner', 'admin', 'employee'])('nobody changes himself, not even the %s', (role) => {
    const self = person(role)
    expect([mayChangeRole(self, self), mayChangeRights(self, self), mayChangeState(self, self)]).toEqual([
      false,
      false,
      false,
    ])
  })
})

test('a change of rights is what was given and what was taken', () => {
  expect(changedRights(['manage_tags', 'manage_accounts'], ['manage_templates', 'manage_accounts'])).toEqual({
    given: ['manage_templates'],
    taken: ['manage_tags'],
  })
})
