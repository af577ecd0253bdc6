import { sql } from 'kysely'
import type { BodyOf } from '#kernel/contract.ts'
import { newId, type TemplateId } from '#kernel/ids.ts'
import { invalid, Refusal } from '#kernel/refusal.ts'
import { refusingDuplicates } from '#platform/db/duplicates.ts'
import type { Tx } from '#platform/db/tx.ts'
import { pipelineById } from '../pipelines/index.ts'
import { templatesIn } from '../pipelines/model.ts'
import { newestTemplates } from '../templates/index.ts'
import type { OwnPackSummary, ownPackEndpoints } from './contract-own.ts'
import { MOST_OWN_PACKS, type OwnPackContent, type OwnPackId } from './model-own.ts'
import { ownPackById, summaryOf } from './own-packs.ts'

/**
 * Keeps the newest version of a pipeline in the firm's own library, with everything it uses as it is now (D-21). Refuses
 * a name that is there already.
 */
export async function saveOwnPack(
  tx: Tx,
  { pipelineId, name, summary }: BodyOf<typeof ownPackEndpoints.saveOwnPack>,
): Promise<OwnPackSummary> {
  const { published, settings, state } = await pipelineById(tx, pipelineId)
  if (state === 'deleted') throw new Refusal('deleted')
  if (!published) throw new Refusal('not_published')
  await refuseTooMany(tx)
  const id = newId<'own_pack'>(tx.now.getTime())
  const content = await contentOf(tx, published, settings)
  const savedBy = tx.actor.kind === 'member' ? tx.actor.memberId : null
  await refusingDuplicates(
    'own_packs_name',
    tx.db
      .insertInto('own_packs')
      .values({
        firm_id: tx.firmId,
        id,
        name,
        summary,
        content: JSON.stringify(content),
        saved_by: savedBy,
        saved_at: tx.now,
      })
      .execute(),
  )
  const payload = { name, templates: content.templates.length }
  tx.record({ type: 'library.saved', subject: { kind: 'own_pack', id }, payload })
  return summaryOf(await ownPackById(tx, id))
}

export async function deleteOwnPack(tx: Tx, id: OwnPackId): Promise<void> {
  const deleted = await tx.db
    .deleteFrom('own_packs')
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', id)
    .returning('name')
    .executeTakeFirst()
  if (!deleted) throw new Refusal('not_found')
  tx.record({ type: 'library.deleted', subject: { kind: 'own_pack', id }, payload: { name: deleted.name } })
}

type Kept = Pick<OwnPackContent, 'definition' | 'settings'>

async function contentOf(tx: Tx, definition: Kept['definition'], settings: Kept['settings']): Promise<OwnPackContent> {
  const used = [
    ...(templatesIn(definition) as TemplateId[]),
    ...(settings.jobTemplateId ? [settings.jobTemplateId] : []),
  ]
  const found = await newestTemplates(tx, used)
  const templates = [...found].map(([id, template]) => ({ ...template, id }))
  const said = JSON.stringify([definition, templates])
  const { rows: tags } = await sql<OwnPackContent['tags'][number]>`
    select id, name, color from tags
    where firm_id = ${tx.firmId} and position(id::text in ${said}) > 0 order by lower(name)`.execute(tx.db)
  return { definition, settings, templates, tags }
}

async function refuseTooMany(tx: Tx): Promise<void> {
  const { count } = await tx.db
    .selectFrom('own_packs')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('firm_id', '=', tx.firmId)
    .executeTakeFirstOrThrow()
  if (Number(count) >= MOST_OWN_PACKS) throw invalid('name', 'too_big_list', { maximum: MOST_OWN_PACKS })
}
