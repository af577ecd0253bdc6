import { expect, it } from 'vitest'
import { holdsRight, RIGHTS } from './rights.ts'

it('USR-1: owner and admins hold every right, an employee only those given', () => {
  for (const right of RIGHTS) {
    expect(holdsRight({ role: 'owner', rights: [] }, right)).toBe(true)
    expect(holdsRight({ role: 'admin', rights: [] }, right)).toBe(true)
    expect(holdsRight({ role: 'employee', rights: [] }, right)).toBe(false)
    expect(holdsRight({ role: 'employee', rights: [right] }, right)).toBe(true)
  }
})
