import type { PipelineId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { pipelineAt, writeDraft } from './commands.ts'
import { pipelineById } from './queries.ts'
import type { PipelineView } from './schemas.ts'
import { versionOf } from './versions.ts'

/**
 * Makes the draft say what a version said (D-3). Its stages and automations come back under their own ids (D-14), so
 * that jobs still stand where they stood. Templates and tags deleted since are problems of the draft.
 */
export async function restoreVersion(tx: Tx, id: PipelineId, version: number, revision: number): Promise<PipelineView> {
  const { name } = await pipelineAt(tx, id, revision)
  const { definition } = await versionOf(tx, id, version)
  await writeDraft(tx, id, definition)
  tx.record({ type: 'pipeline.versionRestored', subject: { kind: 'pipeline', id }, payload: { name, version } })
  return pipelineById(tx, id)
}
