import { RIGHTS, type Right, type Role } from '#kernel/rights.ts'

export const MEMBER_STATES = ['invited', 'active', 'deactivated'] as const
export type MemberState = (typeof MEMBER_STATES)[number]

/** How long an invitation works. */
export const INVITATION_DAYS = 7

type Person = { id: string; role: Role }

/** Only the owner sets roles; his own goes only by handing the firm over (USR-1). */
export function mayChangeRole(by: Person, member: Person): boolean {
  return by.role === 'owner' && member.id !== by.id
}

/** Owner and admins give rights to employees; nobody changes his own, and admins need none (USR-1). */
export function mayChangeRights(by: Person, member: Person): boolean {
  return by.role !== 'employee' && member.role === 'employee' && member.id !== by.id
}

/** Only the owner removes admins; nobody removes the owner or himself (USR-1). */
export function mayChangeState(by: Person, member: Person): boolean {
  if (member.id === by.id || member.role === 'owner') return false
  return by.role === 'owner' || (by.role === 'admin' && member.role === 'employee')
}

/** What a change of rights gives and takes, in the order of the list of rights. */
export function changedRights(before: readonly Right[], after: readonly Right[]): { given: Right[]; taken: Right[] } {
  return {
    given: RIGHTS.filter((right) => after.includes(right) && !before.includes(right)),
    taken: RIGHTS.filter((right) => before.includes(right) && !after.includes(right)),
  }
}
