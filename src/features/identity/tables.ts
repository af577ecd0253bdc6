import type { Defaulted } from '#platform/db/tables.ts'

declare module '#platform/db/tables.ts' {
  interface Tables {
    'auth.identities': IdentitiesTable
    'auth.sessions': SessionsTable
    'auth.credentials': CredentialsTable
    'auth.second_factors': { identity_id: string; verified: boolean | null }
    'auth.verifications': VerificationsTable
    'auth.rate_limits': { id: Defaulted<string>; key: string; count: number; last_request: number }
  }
}

declare module '#platform/outbox/entries.ts' {
  interface OutboxPayloads {
    /** somebody typed this address to get into the portal; whether anybody has it is found out later (D-12 a) */
    sign_in_link: { email: string }
  }
}

/** A login. It belongs to no firm: the same person may be on the team of one and a client of another. */
interface IdentitiesTable {
  id: Defaulted<string>
  name: string
  /** lower case */
  email: string
  email_verified: boolean
  two_factor_enabled: Defaulted<boolean | null>
}

/** `kind` and `firm_id` say as what and where the holder acts; null until the sign-in is complete. */
interface SessionsTable {
  id: Defaulted<string>
  token: string
  identity_id: string
  kind: 'member' | 'client' | null
  firm_id: string | null
  expires_at: Date
  ip_address: Defaulted<string | null>
  user_agent: Defaulted<string | null>
  updated_at: Date
}

/** A password, hashed; clients have none (D-12). */
interface CredentialsTable {
  id: Defaulted<string>
  /** the identity's id once more, as the login library wants it */
  account_id: string
  provider_id: string
  identity_id: string
  password: string | null
  updated_at: Date
}

/** Tokens of links, by the hash in `identifier`; challenges of the second factor. */
interface VerificationsTable {
  id: Defaulted<string>
  identifier: string
  value: string
  expires_at: Date
}
