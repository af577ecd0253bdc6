import type { Json } from '#platform/db/tables.ts'
import type { OwnPackContent } from './model-own.ts'

declare module '#platform/db/tables.ts' {
  interface Tables {
    own_packs: OwnPacksTable
  }
}

export interface OwnPacksTable {
  firm_id: string
  id: string
  name: string
  summary: string
  content: Json<OwnPackContent>
  saved_by: string | null
  saved_at: Date
}
