import type { EffectOf, OutcomeWarning } from '#engine/core/effect.ts'
import { outcomeKey } from '#engine/core/model.ts'
import type { Applier } from '#engine/shell/ports.ts'
import type { TaskId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { firmsToday } from '../firms/index.ts'
import { templateContents, versionKey } from '../templates/index.ts'
import { type MadeTask, makeTasks } from './make-tasks.ts'
import type { TaskContent } from './model.ts'
import { recordMade } from './record-made.ts'

const AUTOMATION = { kind: 'automation', id: null, name: 'automation' }

/** Creates the tasks that entered stages ask for, from their templates as they are now (AUT-5, A-8, T-14). */
export const createTasks: Applier<'create_task'> = async (tx, effects, carrying) => {
  const contents = await contentsOf(tx, effects)
  const madeOn = await firmsToday(tx)
  const rows = await makeTasks(
    tx,
    effects.map(({ id, accountId, jobId, visitId }, index) => {
      const place = { accountId, jobId, visitId, recurrenceId: null }
      return { id: id as TaskId, ...place, createdBy: AUTOMATION, madeOn, content: contents[index]! }
    }),
  )
  await recordMade(tx, rows, {
    by: 'automation',
    causeOf: ({ visitId }) => carrying.entered.get(visitId!) ?? carrying.causeId,
  })
  for (const [index, { visitId, automationId }] of effects.entries()) {
    const found = warningsOf(rows[index]!)
    if (found.length === 0) continue
    const key = outcomeKey(visitId, automationId)
    carrying.warnings.set(key, [...(carrying.warnings.get(key) ?? []), ...found])
  }
}

function warningsOf({ unheldRoleIds: roleIds, goneIds: memberIds }: MadeTask): OutcomeWarning[] {
  return [
    ...(memberIds.length > 0 ? [{ code: 'member_inactive' as const, memberIds }] : []),
    ...(roleIds.length > 0 ? [{ code: 'role_empty' as const, roleIds }] : []),
  ]
}

async function contentsOf(tx: Tx, effects: readonly EffectOf<'create_task'>[]): Promise<TaskContent[]> {
  const versions = effects.map(({ templateId, templateVersion }) => ({ id: templateId, version: templateVersion }))
  const found = await templateContents(tx, versions)
  return versions.map((version) => {
    const template = found.get(versionKey(version))
    if (template?.kind !== 'task') throw new Error(`task template ${versionKey(version)} is missing`)
    return template.content
  })
}
