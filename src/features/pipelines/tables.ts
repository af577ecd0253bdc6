import type { ColumnType } from 'kysely'
import type { Defaulted, Json } from '#platform/db/tables.ts'
import type { PipelineDefinition, PipelineDraft, PipelineState } from './model.ts'
import type { PipelineSettings } from './model-settings.ts'

declare module '#platform/db/tables.ts' {
  interface Tables {
    pipelines: PipelinesTable
    pipeline_versions: PipelineVersionsTable
    job_statuses: { firm_id: string; id: string; pipeline_id: string }
    stages: { firm_id: string; id: string; pipeline_id: string }
    pipeline_members: { firm_id: string; pipeline_id: string; member_id: string }
  }
}

/** `version` is the newest published one, null before the first; `draft` is what the editor shows (D-3). */
export interface PipelinesTable {
  firm_id: string
  id: string
  name: string
  state: Defaulted<PipelineState>
  version: number | null
  draft: Json<PipelineDraft>
  draft_changed: Defaulted<boolean>
  settings: ColumnType<Partial<PipelineSettings>, string | undefined, string>
  library_key: string | null
  revision: Defaulted<number>
  created_at: Date
  updated_at: Date
}

export interface PipelineVersionsTable {
  firm_id: string
  pipeline_id: string
  version: number
  definition: Json<PipelineDefinition>
  published_by: string | null
  published_at: Date
}
