import type { z } from 'zod'
import { previewEntry } from '#engine/core/preview.ts'
import { enginePorts } from '#engine/shell/ports.ts'
import type { AutomationId, JobId, StageId } from '#kernel/ids.ts'
import { invalid } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import { recipientsOf } from '../accounts/index.ts'
import { describeAutomation, loadNames, visibleVersion } from './board.ts'
import { loadJobs } from './decided-jobs.ts'
import { itemShown, itemsOf, loadJob } from './job.ts'
import type { entryPreviewSchema } from './schemas.ts'

/** What a manual move into a stage would do, automation by automation, on the account as it is now. */
export async function loadEntryPreview(
  tx: Tx,
  id: JobId,
  { stageId, deselected }: { stageId: StageId; deselected: ReadonlySet<AutomationId> },
): Promise<z.output<typeof entryPreviewSchema>> {
  await loadJob(tx, id)
  const [job] = await loadJobs(tx, [id])
  const version = await visibleVersion(tx, job!.pipelineId)
  const stage = version.stages.find((it) => it.id === stageId)
  if (!stage) throw invalid('stageId', 'unknown_stage')
  const { accounts, loadTemplates, loadTagIds } = enginePorts()
  const account = (await accounts.load(tx, [job!.accountId])).get(job!.accountId)!
  const templateIds = stage.automations.flatMap((it) => (it.kind === 'update_account_tags' ? [] : it.templateId))
  const catalog = { templates: await loadTemplates(tx, templateIds), tagIds: await loadTagIds(tx) }
  const judged = new Map(
    previewEntry(version, stageId, account, catalog, deselected).map((it) => [it.automationId, it]),
  )
  const names = await loadNames(tx, [stage])
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
