import type { Defaulted } from '#platform/db/tables.ts'

declare module '#platform/db/tables.ts' {
  interface Tables {
    client_statuses: ClientStatusesTable
  }
}

/** What clients may be told of a job (CFS-1); a deleted one stays for the jobs that show it (CFS-15). */
export interface ClientStatusesTable {
  firm_id: string
  id: string
  name: string
  description: Defaulted<string>
  color: string
  ordinal: number
  deleted_at: Defaulted<Date | null>
  revision: Defaulted<number>
  created_at: Date
}
