import { sql } from 'kysely'
import type { Firm, Problem } from '#engine/core/draft.ts'
import { problems } from '#engine/core/lint.ts'
import { enginePorts } from '#engine/shell/ports.ts'
import type { PipelineId, TemplateId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { answerableQuestions } from '../organizers/index.ts'
import { type PipelineDraft, templatesIn } from './model.ts'

/** Everything that keeps a draft from being published, by path, judged on what exists in the firm now. */
export async function draftProblems(tx: Tx, id: PipelineId, name: string, draft: PipelineDraft): Promise<Problem[]> {
  return [...problems({ name, ...draft }, await firmOf(tx, draft)), ...(await strayIds(tx, id, draft))]
}

/** What exists in the firm, as far as a draft may name it. */
export async function firmOf(tx: Tx, draft: PipelineDraft): Promise<Firm> {
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
