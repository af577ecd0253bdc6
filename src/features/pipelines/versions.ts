import { sql } from 'kysely'
import type { PipelineId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import { decodeCursor, encodeCursor } from '#platform/db/cursor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { visiblePipelines } from '../accounts/index.ts'
import type { PipelineDefinition } from './model.ts'
import { templateNames } from './queries.ts'
import type { VersionSummary, VersionView } from './schemas.ts'

type Row = Omit<VersionSummary, 'publishedAt' | 'stages' | 'automations'> & {
  publishedAt: Date
  definition: PipelineDefinition
}

/** The published versions of a pipeline that the actor may see, newest first. */
export async function listVersions(
  tx: Tx,
  id: PipelineId,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ items: VersionSummary[]; next: string | null }> {
  const [before] = cursor === undefined ? [null] : decodeCursor(cursor, 1)
  const { rows } = await sql<Row>`${select(tx, id)} and (${before}::int is null or v.version < ${before}::int)
    order by v.version desc limit ${limit + 1}`.execute(tx.db)
  if (rows.length === 0) await requireVisible(tx, id)
  const page = rows.slice(0, limit)
  const next = rows.length > limit ? encodeCursor([page.at(-1)!.version]) : null
  return { items: page.map(summaryOf), next }
}

/** One version as it was published (D-3). */
export async function versionOf(tx: Tx, id: PipelineId, version: number): Promise<VersionView> {
  const { rows } = await sql<Row>`${select(tx, id)} and v.version = ${version}`.execute(tx.db)
  if (!rows[0]) throw new Refusal('not_found')
  const { definition } = rows[0]
  return { ...summaryOf(rows[0]), definition, templates: await templateNames(tx, [definition]) }
}

function select(tx: Tx, id: PipelineId) {
  return sql`
    select v.version, m.name as "publishedBy", v.published_at as "publishedAt", v.definition
    from pipeline_versions v left join team_members m on m.firm_id = v.firm_id and m.id = v.published_by
    where v.firm_id = ${tx.firmId} and v.pipeline_id = ${id} and ${visiblePipelines(tx, 'v.pipeline_id')}`
}

function summaryOf({ definition: { stages }, publishedAt, version, publishedBy }: Row): VersionSummary {
  const automations = stages.reduce((count, stage) => count + stage.automations.length, 0)
  return { version, publishedBy, publishedAt: publishedAt.toISOString(), stages: stages.length, automations }
}

async function requireVisible(tx: Tx, id: PipelineId): Promise<void> {
  const { rows } = await sql`select from pipelines p
    where p.firm_id = ${tx.firmId} and p.id = ${id} and ${visiblePipelines(tx, 'p.id')}`.execute(tx.db)
  if (rows.length === 0) throw new Refusal('not_found')
}
