import type { Defaulted } from '#platform/db/tables.ts'

declare module '#platform/db/tables.ts' {
  interface Tables {
    account_roles: AccountRolesTable
    account_role_members: { firm_id: string; account_id: string; role_id: string; member_id: string }
  }
}

/** The firm's list of roles that members hold for accounts (D-17). */
export interface AccountRolesTable {
  firm_id: string
  id: string
  name: string
  ordinal: number
  revision: Defaulted<number>
  created_at: Date
}
