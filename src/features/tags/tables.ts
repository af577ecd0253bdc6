import type { Defaulted } from '#platform/db/tables.ts'

declare module '#platform/db/tables.ts' {
  interface Tables {
    tags: TagsTable
    account_tags: { firm_id: string; account_id: string; tag_id: string }
  }
}

export interface TagsTable {
  firm_id: string
  id: string
  name: string
  color: string
  revision: Defaulted<number>
  created_at: Date
}
