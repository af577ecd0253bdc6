import type { Defaulted, Json } from '#platform/db/tables.ts'

declare module '#platform/db/tables.ts' {
  interface Tables {
    imports: ImportsTable
    import_problems: ImportProblemsTable
  }
}

export interface ImportsTable {
  firm_id: string
  id: string
  file_name: string
  storage_key: string
  encoding: string
  delimiter: string
  columns: Json<string[]>
  total_rows: number
  mapping: Json<Record<string, string> | null>
  settings: Json<Record<string, unknown> | null>
  state: 'uploaded' | 'queued' | 'running' | 'finished' | 'failed'
  done_rows: Defaulted<number>
  counts: Json<Record<string, number>>
  created_by: string | null
  created_at: Date
  finished_at: Date | null
}

export interface ImportProblemsTable {
  firm_id: string
  import_id: string
  line: number
  ordinal: number
  field: string
  code: string
  params: Json<Record<string, string | number>>
}
