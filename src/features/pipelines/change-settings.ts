import { sql } from 'kysely'
import type { PipelineId, TemplateId } from '#kernel/ids.ts'
import { invalid } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import { pipelineAt } from './commands.ts'
import { CARD_FIELDS, type PipelineSettings } from './model-settings.ts'
import { pipelineById } from './queries.ts'
import { settingsChanged } from './rules-settings.ts'
import type { PipelineView } from './schemas.ts'

/** Saves the settings, which hold at once (SET-3 to SET-6), and records each that became another. */
export async function changeSettings(
  tx: Tx,
  id: PipelineId,
  settings: PipelineSettings,
  revision: number,
): Promise<PipelineView> {
  const { name, settings: before } = await pipelineAt(tx, id, revision)
  const cardFields = CARD_FIELDS.filter((field) => settings.cardFields.includes(field))
  const after = { ...settings, cardFields }
  if (after.jobTemplateId !== before.jobTemplateId) await requireJobTemplate(tx, after.jobTemplateId)
  await writeSettings(tx, id, after)
  for (const setting of settingsChanged(before, after)) {
    tx.record({ type: 'pipeline.settingChanged', subject: { kind: 'pipeline', id }, payload: { name, setting } })
  }
  return pipelineById(tx, id)
}

/** Writes settings that were checked. */
export async function writeSettings(tx: Tx, id: PipelineId, settings: PipelineSettings): Promise<void> {
  await tx.db
    .updateTable('pipelines')
    .set((eb) => ({ settings: JSON.stringify(settings), revision: eb('revision', '+', 1), updated_at: tx.now }))
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', id)
    .execute()
}

async function requireJobTemplate(tx: Tx, id: TemplateId | null): Promise<void> {
  if (id === null) return
  const { rows } = await sql`select from templates
    where firm_id = ${tx.firmId} and id = ${id} and kind = 'job' and deleted_at is null`.execute(tx.db)
  if (rows.length === 0) throw invalid('jobTemplateId', 'template_missing')
}
