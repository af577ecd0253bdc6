import { sql } from 'kysely'
import { tagsUsedIn } from '#conditions/model.ts'
import type { Draft, Firm, Problem, Warning } from '#engine/core/draft.ts'
import { problems } from '#engine/core/lint.ts'
import { warnings } from '#engine/core/lint-warnings.ts'
import { automationsOf } from '#engine/core/pipeline.ts'
import { enginePorts } from '#engine/shell/ports.ts'
import type { PipelineId, TagId, TemplateId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { answerableQuestions } from '../organizers/index.ts'
import { type PipelineDefinition, type PipelineDraft, templatesIn } from './model.ts'

/** What keeps a draft from being published, and what in it can hardly be meant (B-6), judged on the firm as it is now. */
export async function draftFindings(
  tx: Tx,
  id: PipelineId,
  draft: Draft,
): Promise<{ problems: Problem[]; warnings: Warning[] }> {
  const firm = await firmOf(tx, draft)
  return {
    problems: [...problems(draft, firm), ...(await strayIds(tx, id, draft))],
    warnings: warnings(draft, firm, { tagIds: await tagsInUse(tx, id) }),
  }
}

/** What exists in the firm, as far as a draft may name it. */
async function firmOf(tx: Tx, draft: PipelineDraft): Promise<Firm> {
  const ports = enginePorts()
  const members = await ports.loadMembers(tx)
  return {
    templates: await ports.loadTemplates(tx, templatesIn(draft) as TemplateId[]),
    tagIds: await ports.loadTagIds(tx),
    roleIds: await ports.loadRoleIds(tx),
    memberIds: new Set([...members].flatMap(([memberId, { active }]) => (active ? memberId : []))),
    clientStatusIds: new Set((await ports.loadClientStatuses(tx)).keys()),
    questions: await answerableQuestions(tx),
  }
}

/**
 * Tags that some client has or some published pipeline adds; and those that a pipeline of the library came with, which
 * are there to be given to clients (P-20).
 */
async function tagsInUse(tx: Tx, id: PipelineId): Promise<Set<TagId>> {
  const { rows } = await sql<{ id: TagId }>`
    select id from tags where firm_id = ${tx.firmId}
      and exists (select from account_tags used where used.firm_id = tags.firm_id and used.tag_id = tags.id)
    union
    select (added.tag_id #>> '{}')::uuid from pipelines p
      join pipeline_versions v on v.firm_id = p.firm_id and v.pipeline_id = p.id and v.version = p.version
      cross join jsonb_path_query(
        v.definition, '$.*[*].automations[*] ? (@.kind == "update_account_tags").add[*]') added (tag_id)
    where p.firm_id = ${tx.firmId} and p.state <> 'deleted'`.execute(tx.db)
  return new Set([...rows.map((row) => row.id), ...(await tagsShipped(tx, id))])
}

async function tagsShipped(tx: Tx, id: PipelineId): Promise<TagId[]> {
  const { rows } = await sql<{ definition: PipelineDefinition }>`
    select v.definition from pipelines p join pipeline_versions v on v.firm_id = p.firm_id and v.pipeline_id = p.id
    where p.firm_id = ${tx.firmId} and p.id = ${id} and p.library_key is not null and v.version = 1`.execute(tx.db)
  return rows.flatMap(({ definition }) => {
    const conditional = [...definition.stages, ...automationsOf(definition)]
    return conditional.flatMap(({ condition }) => (condition ? [...tagsUsedIn(condition)] : [])) as TagId[]
  })
}

/** Stages and statuses with the id of another pipeline's: jobs would not know in which of the two they stand (D-14). */
async function strayIds(tx: Tx, id: PipelineId, draft: PipelineDraft): Promise<Problem[]> {
  const ids = [...draft.stages, ...draft.statuses].map((place) => place.id)
  const { rows } = await sql<{ id: string }>`
    select id from (select firm_id, id, pipeline_id from stages
                    union all select firm_id, id, pipeline_id from job_statuses) place
    where firm_id = ${tx.firmId} and id = any(${ids}::uuid[]) and pipeline_id <> ${id}`.execute(tx.db)
  const stray = new Set(rows.map((row) => row.id))
  const inList = (list: readonly { id: string }[], name: string) =>
    list.flatMap((place, index): Problem[] =>
      stray.has(place.id) ? [{ path: `${name}.${index}.id`, code: 'id_taken' }] : [],
    )
  return [...inList(draft.stages, 'stages'), ...inList(draft.statuses, 'statuses')]
}
