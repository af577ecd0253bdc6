import type { BodyOf, ReturnOf } from '#kernel/contract.ts'
import type { TemplateId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { requireRoles } from '../roles/index.ts'
import { changeTemplate, createTemplate, templateById } from '../templates/index.ts'
import { requireMembers } from './commands.ts'
import type { tasksContract } from './contract.ts'
import type { TaskContent } from './model.ts'
import { byPath, requireKnownCodes } from './rules.ts'

type TaskTemplate = ReturnOf<typeof tasksContract.getTaskTemplate>
type Fields = BodyOf<typeof tasksContract.createTaskTemplate>

export async function taskTemplateById(tx: Tx, id: TemplateId): Promise<TaskTemplate> {
  const { name, content, revision } = await templateById(tx, id, 'task')
  return { id, name, ...content, revision }
}

export async function createTaskTemplate(tx: Tx, { name, ...content }: Fields): Promise<TaskTemplate> {
  await requireContent(tx, content)
  const { id } = await createTemplate(tx, { kind: 'task', name, content })
  return taskTemplateById(tx, id)
}

export async function changeTaskTemplate(
  tx: Tx,
  id: TemplateId,
  { name, ...content }: Fields,
  revision: number,
): Promise<TaskTemplate> {
  await templateById(tx, id, 'task')
  await requireContent(tx, content)
  await changeTemplate(tx, id, { kind: 'task', name, content }, revision)
  return taskTemplateById(tx, id)
}

/** What tasks are made from can be said and done: no unknown code (D-7), no unknown role, nobody who doesn't work here. */
export async function requireContent(tx: Tx, content: TaskContent): Promise<void> {
  const { title, description, subtasks, assigneeIds, roleIds } = content
  requireKnownCodes({ title, description, ...byPath(subtasks) })
  await requireMembers(tx, assigneeIds)
  await requireRoles(tx, roleIds, 'roleIds')
}
