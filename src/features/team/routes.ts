import type { Routes } from '#platform/http/call.ts'
import { changeMember } from './change-member.ts'
import { changeProfile } from './change-profile.ts'
import { changeMemberState } from './change-state.ts'
import type { teamContract } from './contract.ts'
import { acceptInvitation, readInvitation } from './invitations.ts'
import { inviteMember, renewInvitation } from './invite-member.ts'
import { listTeam } from './queries.ts'
import { signUp } from './sign-up.ts'

export const teamRoutes: Routes<typeof teamContract> = {
  listTeam: async (tx) => ({ items: await listTeam(tx) }),
  inviteMember: (tx, { body }) => inviteMember(tx, body),
  changeMember: (tx, { params, body, ifMatch }) => changeMember(tx, params.id, body, ifMatch!),
  changeMemberState: (tx, { params, body }) => changeMemberState(tx, params.id, body.state),
  renewInvitation: (tx, { params }) => renewInvitation(tx, params.id),
  changeProfile: (tx, { body }) => changeProfile(tx, body),
  signUp: (call) => signUp(call, call.body),
  getInvitation: ({ source, params }) => readInvitation(source, params.token),
  acceptInvitation: (call) => acceptInvitation(call, call.params.token, call.body),
}
