import type { EffectOf } from '#engine/core/model.ts'
import type { Applier } from '#engine/shell/ports.ts'
import { addDays, today } from '#kernel/dates.ts'
import type { Tx } from '#platform/db/tx.ts'
import { renderNames } from '../accounts/index.ts'
import { currentFirm } from '../firms/index.ts'
import { templateContents, versionKey } from '../templates/index.ts'
import { insertTasks, type TaskRow } from './insert-tasks.ts'

const AUTOMATION = { kind: 'automation', id: null, name: 'automation' }

/** Creates the tasks that entered stages ask for, from their templates as they are now (AUT-5, A-8). */
export const createTasks: Applier<'create_task'> = async (tx, effects, carrying) => {
  const rows = await taskRows(tx, effects)
  await insertTasks(tx, rows)
  for (const [index, { id, accountId, jobId, visitId }] of effects.entries()) {
    tx.record({
      type: 'task.created',
      by: 'automation',
      subject: { kind: 'task', id },
      payload: { name: rows[index]!.name },
      accountId,
      jobId,
      causeId: carrying.entered.get(visitId) ?? null,
    })
  }
}

async function taskRows(tx: Tx, effects: readonly EffectOf<'create_task'>[]): Promise<TaskRow[]> {
  const contents = await contentsOf(tx, effects)
  const date = today(tx.now, (await currentFirm(tx)).timeZone)
  const titles = effects.map(({ accountId }, index) => ({ accountId, text: contents[index]!.title }))
  const names = await renderNames(tx, titles)
  return effects.map(({ id, accountId, jobId, visitId }, index) => {
    const { description, priority, dueInDays, assigneeIds } = contents[index]!
    const dueOn = dueInDays === null ? null : addDays(date, dueInDays)
    const name = names[index]!.text.slice(0, 255)
    return { id, accountId, jobId, visitId, name, description, priority, dueOn, createdBy: AUTOMATION, assigneeIds }
  })
}

async function contentsOf(tx: Tx, effects: readonly EffectOf<'create_task'>[]) {
  const versions = effects.map(({ templateId, templateVersion }) => ({ id: templateId, version: templateVersion }))
  const found = await templateContents(tx, versions)
  return versions.map((version) => {
    const template = found.get(versionKey(version))
    if (template?.kind !== 'task') throw new Error(`task template ${versionKey(version)} is missing`)
    return template.content
  })
}
