import { sql } from 'kysely'
import { type Problem, problems } from '#engine/core/lint.ts'
import type { PipelineId, TemplateId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { tagIds } from '../tags/index.ts'
import { templateVersions } from '../templates/index.ts'
import { type PipelineDraft, templatesIn } from './model.ts'

/** Everything that keeps a draft from being published, by path, judged on the templates and tags as they are now. */
export async function draftProblems(tx: Tx, id: PipelineId, name: string, draft: PipelineDraft): Promise<Problem[]> {
  const templates = await templateVersions(tx, templatesIn(draft) as TemplateId[])
  const catalog = { templates, tagIds: await tagIds(tx) }
  return [...problems({ name, ...draft }, catalog), ...(await strayStages(tx, id, draft))]
}

/** Stages with the id of another pipeline's stage: jobs would not know in which of the two they stand (D-14). */
async function strayStages(tx: Tx, id: PipelineId, draft: PipelineDraft): Promise<Problem[]> {
  const ids = draft.stages.map((stage) => stage.id)
  const { rows } = await sql<{ id: string }>`
    select id from stages
    where firm_id = ${tx.firmId} and id = any(${ids}::uuid[]) and pipeline_id <> ${id}`.execute(tx.db)
  const stray = new Set(rows.map((row) => row.id))
  return draft.stages.flatMap((stage, index): Problem[] =>
    stray.has(stage.id) ? [{ path: `stages.${index}.id`, code: 'id_taken' }] : [],
  )
}
