import type { Defaulted, Json } from '#platform/db/tables.ts'
import type { TemplateKind } from './model.ts'

declare module '#platform/db/tables.ts' {
  interface Tables {
    templates: TemplatesTable
    template_versions: TemplateVersionsTable
  }
}

/** `version` is the newest; what it says stands in template_versions and never changes (A-8, ORG-10). */
export interface TemplatesTable {
  firm_id: string
  id: string
  kind: TemplateKind
  name: string
  version: number
  library_key: string | null
  deleted_at: Date | null
  revision: Defaulted<number>
  created_at: Date
  updated_at: Date
}

export interface TemplateVersionsTable {
  firm_id: string
  template_id: string
  version: number
  content: Json<unknown>
  created_at: Date
}
