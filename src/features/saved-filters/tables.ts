import type { Defaulted, Json } from '#platform/db/tables.ts'
import type { Filter, Place } from './model.ts'

declare module '#platform/db/tables.ts' {
  interface Tables {
    saved_filters: SavedFiltersTable
  }
}

/** `owner_id` is null where the filter is the firm's. */
export interface SavedFiltersTable {
  firm_id: string
  id: string
  place: Place
  owner_id: string | null
  name: string
  filter: Json<Filter>
  revision: Defaulted<number>
  created_at: Date
}
