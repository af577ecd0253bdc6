import type { Locale } from '#kernel/locale.ts'
import type { Right, Role } from '#kernel/rights.ts'
import type { Defaulted } from '#platform/db/tables.ts'

declare module '#platform/db/tables.ts' {
  interface Tables {
    team_members: TeamMembersTable
    team_invitations: TeamInvitationsTable
  }
}

export interface TeamMembersTable {
  firm_id: string
  id: string
  identity_id: string | null
  name: string
  email: string
  role: Role
  rights: Defaulted<Right[]>
  locale: Locale | null
  state: 'invited' | 'active' | 'deactivated'
  default_access: Defaulted<boolean>
  revision: Defaulted<number>
  created_at: Date
}

interface TeamInvitationsTable {
  firm_id: string
  id: string
  member_id: string
  token_hash: string
  expires_at: Date
  accepted_at: Date | null
}
