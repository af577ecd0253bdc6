import type { Defaulted } from '#platform/db/tables.ts'

declare module '#platform/db/tables.ts' {
  interface Tables {
    'auth.identities': IdentitiesTable
    'auth.sessions': SessionsTable
  }
}

export interface IdentitiesTable {
  id: Defaulted<string>
  name: string
  email: string
  email_verified: boolean
  two_factor_enabled: Defaulted<boolean | null>
}

/** `kind` and `firm_id` say as what and where the holder acts; null until the sign-in is complete. */
export interface SessionsTable {
  id: Defaulted<string>
  token: string
  identity_id: string
  kind: 'member' | 'client' | null
  firm_id: string | null
  expires_at: Date
  updated_at: Date
}
