import { createContext, use } from 'react'
import type { SessionAnswer } from '#features/identity/contract.ts'
import { holdsRight, type Right } from '#kernel/rights.ts'

export type MemberSession = Extract<SessionAnswer, { kind: 'member' }>

export const MemberSessionContext = createContext<MemberSession | null>(null)

/** Who of the team is signed in; inside the staff app only. */
export function useMember(): MemberSession {
  const session = use(MemberSessionContext)
  if (!session) throw new Error('useMember is used outside the staff app')
  return session
}

/** Whether the signed-in member may do what this right allows; what he may not is not shown. */
export function useRight(right: Right): boolean {
  return holdsRight(useMember().member, right)
}
