import type { AccountId, ContactId, FirmId, IdentityId, MemberId, OrganizerId } from './ids.ts'
import type { Right, Role } from './rights.ts'

/** A signed-in team member. */
export type MemberActor = {
  kind: 'member'
  firmId: FirmId
  identityId: IdentityId
  memberId: MemberId
  name: string
  role: Role
  rights: readonly Right[]
  /** the firm requires a second factor and he has none yet: he may only set one up (SEC-1) */
  secondFactorMissing?: boolean
}

/** A client in the portal: one e-mail address, all accounts of the firm where it has Login on (D-12 a). */
export type ClientActor = {
  kind: 'client'
  firmId: FirmId
  identityId: IdentityId
  contactId: ContactId
  name: string
  email: string
  accountIds: readonly AccountId[]
}

/** Somebody who opened the to-do link of a mail: this one item and nothing else (D-12 b). */
export type TodoLinkActor = {
  kind: 'todo_link'
  firmId: FirmId
  linkId: string
  contactId: ContactId
  name: string
  email: string
  accountId: AccountId
  organizerId: OrganizerId
}

/** The engine and the worker; never the last person who touched something (D-9). */
export type SystemActor = { kind: 'automation' | 'system'; firmId: FirmId; name: string }

export type Actor = MemberActor | ClientActor | TodoLinkActor | SystemActor
/** Actors that come in over HTTP. */
export type SignedIn = MemberActor | ClientActor | TodoLinkActor
