import type { ColumnType } from 'kysely'
import type { Defaulted, Json } from '#platform/db/tables.ts'
import type { Delimiter, Encoding, ImportCounts, ImportMapping, ImportSettings, ImportState } from './model.ts'

declare module '#platform/db/tables.ts' {
  interface Tables {
    imports: ImportsTable
    import_problems: ImportProblemsTable
  }
}

declare module '#platform/outbox/entries.ts' {
  interface OutboxPayloads {
    /** a started import, or the rest of one that went on for long */
    import: { importId: string; causeId: string | null }
  }
}

type Optional<T> = ColumnType<T | null, string | null, string | null>

/** `done_rows` and `counts` are written with the rows they speak of, so that a killed import goes on where it was. */
export interface ImportsTable {
  firm_id: string
  id: string
  file_name: string
  storage_key: string
  encoding: Encoding
  delimiter: Delimiter
  columns: Json<string[]>
  total_rows: number
  mapping: Optional<Pick<ImportMapping, 'mode' | 'columns'>>
  settings: Optional<ImportSettings>
  state: ImportState
  done_rows: Defaulted<number>
  counts: Json<ImportCounts>
  created_by: string | null
  created_at: Date
  finished_at: Date | null
}

export interface ImportProblemsTable {
  firm_id: string
  import_id: string
  line: number
  /** counts the problems of one line */
  ordinal: number
  field: string
  code: string
  params: Json<Record<string, string | number>>
}
