import type { PipelineId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { writeSettings } from './change-settings.ts'
import { insertPipeline, publishFirst } from './commands.ts'
import { draftFindings } from './draft-findings.ts'
import type { PipelineDefinition } from './model.ts'
import type { PipelineSettings } from './model-settings.ts'

/** Makes a pipeline that says what another said; it stays a draft while something in it has to be mended (P-20). */
export async function createFromCopy(
  tx: Tx,
  { name, definition, settings }: { name: string; definition: PipelineDefinition; settings: PipelineSettings },
): Promise<{ pipelineId: PipelineId; published: boolean }> {
  const id = await insertPipeline(tx, { name, draft: definition, libraryKey: null })
  await writeSettings(tx, id, settings)
  const { problems } = await draftFindings(tx, id, { name, ...definition })
  const published = problems.length === 0
  if (published) await publishFirst(tx, id, name, definition)
  return { pipelineId: id, published }
}
