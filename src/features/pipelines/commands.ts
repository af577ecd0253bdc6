import { sql } from 'kysely'
import { type MemberId, newId, type PipelineId } from '#kernel/ids.ts'
import { invalid, Refusal } from '#kernel/refusal.ts'
import { refusingDuplicates } from '#platform/db/duplicates.ts'
import type { Tx } from '#platform/db/tx.ts'
import { insertVersion } from './insert-version.ts'
import { EMPTY, MOST_PIPELINES, type PipelineDefinition, type PipelineDraft } from './model.ts'
import { pipelineById } from './queries.ts'
import type { PipelineView } from './schemas.ts'

/** Makes an empty pipeline that its maker sees (P-4). Refuses a name that exists, whatever its case (SET-1). */
export async function createPipeline(tx: Tx, name: string): Promise<PipelineView> {
  const id = await insertPipeline(tx, { name, draft: EMPTY, libraryKey: null })
  return pipelineById(tx, id)
}

/** Makes a pipeline whose draft is published as version 1 at once: a copy from the library (P-20). */
export async function createPublished(
  tx: Tx,
  pipeline: { name: string; definition: PipelineDefinition; libraryKey: string },
): Promise<PipelineId> {
  const { name, definition, libraryKey } = pipeline
  const id = await insertPipeline(tx, { name, draft: definition, libraryKey })
  await publishFirst(tx, id, name, definition)
  return id
}

/** Makes what a draft without problems says version 1. */
export async function publishFirst(
  tx: Tx,
  id: PipelineId,
  name: string,
  definition: PipelineDefinition,
): Promise<void> {
  await insertVersion(tx, id, 1, definition)
  const payload = { name, version: 1, moved: 0 }
  tx.record({ type: 'pipeline.published', subject: { kind: 'pipeline', id }, payload })
}

/** Saves the draft, whatever problems it has (D-3). */
export async function saveDraft(tx: Tx, id: PipelineId, draft: PipelineDraft, revision: number): Promise<PipelineView> {
  const { name } = await pipelineAt(tx, id, revision)
  await writeDraft(tx, id, draft)
  tx.record({ type: 'pipeline.draftChanged', subject: { kind: 'pipeline', id }, payload: { name } })
  return pipelineById(tx, id)
}

/** Writes a draft, and whether it says something else than the newest version. */
export async function writeDraft(tx: Tx, id: PipelineId, draft: PipelineDraft): Promise<void> {
  await sql`
    update pipelines p set draft = ${JSON.stringify(draft)}::jsonb, revision = revision + 1, updated_at = ${tx.now},
      draft_changed = ${JSON.stringify(draft)}::jsonb is distinct from (
        select v.definition from pipeline_versions v
        where v.firm_id = p.firm_id and v.pipeline_id = p.id and v.version = p.version)
    where p.firm_id = ${tx.firmId} and p.id = ${id}`.execute(tx.db)
}

export async function renamePipeline(tx: Tx, id: PipelineId, name: string, revision: number): Promise<PipelineView> {
  const { name: before } = await pipelineAt(tx, id, revision)
  await refusingDuplicates(
    'pipelines_name',
    tx.db
      .updateTable('pipelines')
      .set((eb) => ({ name, revision: eb('revision', '+', 1), updated_at: tx.now }))
      .where('firm_id', '=', tx.firmId)
      .where('id', '=', id)
      .execute(),
  )
  if (name !== before)
    tx.record({ type: 'pipeline.renamed', subject: { kind: 'pipeline', id }, payload: { name, before } })
  return pipelineById(tx, id)
}

/** Says who sees the pipeline besides owner and admins (P-2); whoever leaves himself out gets 404 from now on. */
export async function setAvailability(
  tx: Tx,
  id: PipelineId,
  memberIds: readonly MemberId[],
  revision: number,
): Promise<PipelineView> {
  const before = await pipelineAt(tx, id, revision)
  await tx.db.deleteFrom('pipeline_members').where('firm_id', '=', tx.firmId).where('pipeline_id', '=', id).execute()
  await insertMembers(tx, id, memberIds)
  await tx.db
    .updateTable('pipelines')
    .set((eb) => ({ revision: eb('revision', '+', 1), updated_at: tx.now }))
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', id)
    .execute()
  const payload = { name: before.name, members: new Set(memberIds).size }
  tx.record({ type: 'pipeline.availabilityChanged', subject: { kind: 'pipeline', id }, payload })
  return pipelineById(tx, id)
}

/** The pipeline as `stateAt` gives it, to be changed; refused while it is deleted. */
export async function pipelineAt(tx: Tx, id: PipelineId, revision: number): Promise<PipelineView> {
  const current = await stateAt(tx, id, revision)
  if (current.state === 'deleted') throw new Refusal('deleted')
  return current
}

/** The pipeline, visible to the actor, locked, and at the revision he saw; else 404, or 409 with how it stands. */
export async function stateAt(tx: Tx, id: PipelineId, revision: number): Promise<PipelineView> {
  await sql`select from pipelines where firm_id = ${tx.firmId} and id = ${id} for no key update`.execute(tx.db)
  const current = await pipelineById(tx, id)
  if (current.revision !== revision) throw new Refusal('stale', [], { current })
  return current
}

/** Inserts an unpublished pipeline that its maker sees (P-4). Refuses a name that exists. */
export async function insertPipeline(
  tx: Tx,
  { name, draft, libraryKey }: { name: string; draft: PipelineDraft; libraryKey: string | null },
): Promise<PipelineId> {
  await refuseTooMany(tx)
  const id = newId<'pipeline'>(tx.now.getTime())
  await refusingDuplicates(
    'pipelines_name',
    tx.db
      .insertInto('pipelines')
      .values({
        firm_id: tx.firmId,
        id,
        name,
        version: null,
        draft: JSON.stringify(draft),
        library_key: libraryKey,
        created_at: tx.now,
        updated_at: tx.now,
      })
      .execute(),
  )
  if (tx.actor.kind === 'member') await insertMembers(tx, id, [tx.actor.memberId])
  tx.record({ type: 'pipeline.created', subject: { kind: 'pipeline', id }, payload: { name } })
  return id
}

async function insertMembers(tx: Tx, id: PipelineId, memberIds: readonly MemberId[]): Promise<void> {
  const wanted = [...new Set(memberIds)]
  const { rows } = await sql`
    insert into pipeline_members (firm_id, pipeline_id, member_id)
    select firm_id, ${id}::uuid, id from team_members
    where firm_id = ${tx.firmId} and id = any(${wanted}::uuid[]) and state <> 'deactivated'
    returning member_id`.execute(tx.db)
  if (rows.length !== wanted.length) throw invalid('memberIds', 'unknown_member')
}

/** Refuses one more where there are as many as a list can show. */
export async function refuseTooMany(tx: Tx): Promise<void> {
  const { count } = await tx.db
    .selectFrom('pipelines')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('firm_id', '=', tx.firmId)
    .where('state', '<>', 'deleted')
    .executeTakeFirstOrThrow()
  if (Number(count) >= MOST_PIPELINES) throw invalid('name', 'too_big_list', { maximum: MOST_PIPELINES })
}
