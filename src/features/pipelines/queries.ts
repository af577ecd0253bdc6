import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { MemberId, PipelineId, TemplateId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import { holdsRight } from '#kernel/rights.ts'
import type { Tx } from '#platform/db/tx.ts'
import { visibleAccounts, visiblePipelines } from '../accounts/index.ts'
import { draftFindings } from './draft-findings.ts'
import { EMPTY, type PipelineDefinition, type PipelineDraft, type PipelineState, templatesIn } from './model.ts'
import { type PipelineSettings, settingsOf } from './model-settings.ts'
import { READY } from './running-jobs.ts'
import type { PipelineSummary, PipelineView } from './schemas.ts'

/** Pipelines that the actor may see, by name, each with the active jobs that he may see in it (P-6). */
export async function listPipelines(tx: Tx, state: PipelineState): Promise<PipelineSummary[]> {
  const { rows } = await sql<Omit<PipelineSummary, 'updatedAt'> & { updatedAt: Date }>`
    select p.id, p.name, p.state, p.version, p.draft_changed as "draftChanged", p.updated_at as "updatedAt",
      jsonb_array_length(coalesce(v.definition, p.draft) -> 'stages') as stages,
      (select count(*)::int from jobs j where j.firm_id = p.firm_id and j.pipeline_id = p.id
         and j.lifecycle = 'active' and j.deleted_at is null and ${visibleAccounts(tx, 'j.account_id')}) as jobs
    from pipelines p
      left join pipeline_versions v on v.firm_id = p.firm_id and v.pipeline_id = p.id and v.version = p.version
    where p.firm_id = ${tx.firmId} and p.state = ${state} and ${visiblePipelines(tx, 'p.id')} and ${keptOrManaged(tx)}
    order by lower(p.name), p.id`.execute(tx.db)
  return rows.map((row) => ({ ...row, updatedAt: row.updatedAt.toISOString() }))
}

/** One pipeline as its editor shows it; `not_found` where the actor may not see it. */
export async function pipelineById(tx: Tx, id: PipelineId): Promise<PipelineView> {
  const row = await pipelineRow(tx, id)
  const { name, state, version, draft, published, revision } = row
  return {
    id,
    name,
    state,
    version,
    publishedAt: row.published_at?.toISOString() ?? null,
    draftChanged: row.draft_changed,
    draft,
    published,
    settings: settingsOf(row.settings),
    ...(await draftFindings(tx, id, { name, ...draft })),
    templates: await templateNames(tx, [draft, published ?? EMPTY]),
    stageJobs: await stageJobs(tx, id),
    availableTo: await availableTo(tx, id),
    mayEdit: state !== 'deleted' && mayManage(tx),
    updatedAt: row.updated_at.toISOString(),
    revision,
  }
}

/**
 * How many jobs stand in each stage that holds some, wherever the stage has gone: all of them for whoever may publish
 * (P-11), else those the actor may see (P-6).
 */
export async function stageJobs(tx: Tx, id: PipelineId): Promise<PipelineView['stageJobs']> {
  const { rows } = await sql<PipelineView['stageJobs'][number]>`
    select j.stage_id as "stageId", count(*) filter (where j.lifecycle <> 'archived')::int as active,
      count(*) filter (where j.lifecycle = 'archived')::int as archived, count(*) filter (where ${READY})::int as ready
    from jobs j
    where j.firm_id = ${tx.firmId} and j.pipeline_id = ${id} and j.deleted_at is null
      and ${mayManage(tx) ? sql`true` : visibleAccounts(tx, 'j.account_id')}
    group by j.stage_id`.execute(tx.db)
  return rows
}

/** Of a pipeline that the actor sees: whether he may change it, too (P-2, P-5). */
function mayManage({ actor }: Tx): boolean {
  return actor.kind === 'member' && holdsRight(actor, 'manage_pipelines')
}

/** Deleted pipelines are seen only by those who can take them back (P-18). */
function keptOrManaged(tx: Tx): RawBuilder<SqlBool> {
  return mayManage(tx) ? sql<SqlBool>`true` : sql<SqlBool>`p.state <> 'deleted'`
}

type PipelineRow = {
  name: string
  state: PipelineState
  version: number | null
  draft: PipelineDraft
  draft_changed: boolean
  published: PipelineDefinition | null
  published_at: Date | null
  settings: Partial<PipelineSettings>
  updated_at: Date
  revision: number
}

async function pipelineRow(tx: Tx, id: PipelineId): Promise<PipelineRow> {
  const { rows } = await sql<PipelineRow>`
    select p.name, p.state, p.version, p.draft, p.draft_changed, p.settings, v.definition as published, v.published_at, p.updated_at, p.revision
    from pipelines p
      left join pipeline_versions v on v.firm_id = p.firm_id and v.pipeline_id = p.id and v.version = p.version
    where p.firm_id = ${tx.firmId} and p.id = ${id} and ${visiblePipelines(tx, 'p.id')} and ${keptOrManaged(tx)}`.execute(
    tx.db,
  )
  if (!rows[0]) throw new Refusal('not_found')
  return rows[0]
}

/** Names of the templates these use; deleted ones are missing. */
export async function templateNames(tx: Tx, drafts: readonly PipelineDraft[]): Promise<PipelineView['templates']> {
  const { rows } = await sql<{ id: TemplateId; name: string }>`
    select id, name from templates
    where firm_id = ${tx.firmId} and deleted_at is null and id = any(${drafts.flatMap(templatesIn)}::uuid[])
    order by id`.execute(tx.db)
  return rows
}

async function availableTo(tx: Tx, id: PipelineId): Promise<PipelineView['availableTo']> {
  const { rows } = await sql<{ id: MemberId; name: string }>`
    select m.id, m.name from pipeline_members p join team_members m on m.firm_id = p.firm_id and m.id = p.member_id
    where p.firm_id = ${tx.firmId} and p.pipeline_id = ${id} order by lower(m.name), m.id`.execute(tx.db)
  return rows
}
