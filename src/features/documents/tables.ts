import type { Json } from '#platform/db/tables.ts'

declare module '#platform/db/tables.ts' {
  interface Tables {
    folders: FoldersTable
    documents: DocumentsTable
  }
}

export interface FoldersTable {
  firm_id: string
  id: string
  account_id: string
  kind: 'client_uploads'
  created_at: Date
}

export interface DocumentsTable {
  firm_id: string
  id: string
  account_id: string
  folder_id: string
  name: string
  media_type: string
  bytes: number
  sha256: string
  storage_key: string
  uploaded_by: Json<{ kind: string; id: string | null; name: string }>
  created_at: Date
}
