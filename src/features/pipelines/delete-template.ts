import { sql } from 'kysely'
import type { PipelineId, TemplateId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import { visiblePipelines } from '../accounts/index.ts'
import * as templates from '../templates/index.ts'

/**
 * Deletes a template that no draft, newest version or settings of a pipeline use, deleted ones aside (FAIL-1). Else refuses with `in_use`: the pipelines that
 * the actor may see, and how many others there are.
 */
export async function deleteTemplate(tx: Tx, id: TemplateId): Promise<void> {
  const uses = await usesOfTemplate(tx, id)
  if (uses.length > 0) {
    const pipelines = uses.filter((use) => use.visible).map((use) => ({ id: use.id, name: use.name }))
    throw new Refusal('in_use', [], { pipelines, others: uses.length - pipelines.length })
  }
  await templates.deleteTemplate(tx, id)
}

async function usesOfTemplate(tx: Tx, id: TemplateId): Promise<{ id: PipelineId; name: string; visible: boolean }[]> {
  const { rows } = await sql<{ id: PipelineId; name: string; visible: boolean }>`
    select p.id, p.name, ${visiblePipelines(tx, 'p.id')} as visible
    from pipelines p
      left join pipeline_versions v on v.firm_id = p.firm_id and v.pipeline_id = p.id and v.version = p.version
    where p.firm_id = ${tx.firmId} and p.state <> 'deleted'
      and (position(${id} in p.draft::text) > 0 or position(${id} in v.definition::text) > 0
        or position(${id} in p.settings::text) > 0)
    order by lower(p.name), p.id`.execute(tx.db)
  return rows
}
