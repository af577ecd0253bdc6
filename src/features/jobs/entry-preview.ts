import type { z } from 'zod'
import type { Choices } from '#engine/core/judge.ts'
import { previewEntry } from '#engine/core/preview.ts'
import { loadCatalog, withHistory } from '#engine/shell/load-world.ts'
import { enginePorts } from '#engine/shell/ports.ts'
import type { JobId, StageId } from '#kernel/ids.ts'
import { invalid } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import { recipientsOf } from '../accounts/index.ts'
import { visibleVersion } from './board.ts'
import { describeAutomation, loadNames } from './describe-automations.ts'
import { itemShown, itemsOf, loadJob } from './job.ts'
import { loadJobs } from './load-jobs.ts'
import type { entryPreviewSchema } from './schemas.ts'

/** What a manual move into a stage would do, automation by automation, on the account as it is now. */
export async function loadEntryPreview(
  tx: Tx,
  id: JobId,
  { stageId, deselected }: { stageId: StageId; deselected: Choices['deselected'] },
): Promise<z.output<typeof entryPreviewSchema>> {
  await loadJob(tx, id)
  const [job] = await loadJobs(tx, [id])
  const version = await visibleVersion(tx, job!.pipelineId)
  const stage = version.stages.find((it) => it.id === stageId)
  if (!stage) throw invalid('stageId', 'unknown_stage')
  const account = (await enginePorts().accounts.load(tx, [job!.accountId])).get(job!.accountId)!
  const [remembered] = await withHistory(tx, [job!], [version])
  const catalog = await loadCatalog(tx, [version])
  const previews = previewEntry(stage.automations, { job: remembered!, account }, catalog, {
    deselected,
    shown: new Map(),
  })
  const judged = new Map(previews.map((it) => [it.automationId, it]))
  const names = await loadNames(tx, [version])
  const recipients = (await recipientsOf(tx, [job!.accountId])).get(job!.accountId) ?? []
  const items = await itemsOf(tx, id)
  return {
    stageId,
    stage: stage.name,
    automations: stage.automations.map((automation) => {
      const { result, reason } = judged.get(automation.id)!
      return { ...describeAutomation(automation, names), runs: result === 'done', reason }
    }),
    recipients: recipients.filter((it) => it.notify).map(({ name, email }) => ({ name, email })),
    pending: items.map((item) => itemShown(item, job!)).filter((item) => item.holds),
  }
}
