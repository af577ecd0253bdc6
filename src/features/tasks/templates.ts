import type { BodyOf, ReturnOf } from '#kernel/contract.ts'
import type { TemplateId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import { findProblems, shortcodesOf } from '#kernel/shortcodes.ts'
import type { Tx } from '#platform/db/tx.ts'
import { changeTemplate, createTemplate, templateById } from '../templates/index.ts'
import { requireMembers } from './commands.ts'
import type { tasksContract } from './contract.ts'

type TaskTemplate = ReturnOf<typeof tasksContract.getTaskTemplate>
type Fields = BodyOf<typeof tasksContract.createTaskTemplate>

export async function taskTemplateById(tx: Tx, id: TemplateId): Promise<TaskTemplate> {
  const { name, content, revision } = await templateById(tx, id, 'task')
  return { id, name, ...content, revision }
}

export async function createTaskTemplate(tx: Tx, fields: Fields): Promise<TaskTemplate> {
  await requireMembers(tx, fields.assigneeIds)
  const { id } = await createTemplate(tx, contentOf(fields))
  return taskTemplateById(tx, id)
}

export async function changeTaskTemplate(
  tx: Tx,
  id: TemplateId,
  fields: Fields,
  revision: number,
): Promise<TaskTemplate> {
  await templateById(tx, id, 'task')
  await requireMembers(tx, fields.assigneeIds)
  await changeTemplate(tx, id, contentOf(fields), revision)
  return taskTemplateById(tx, id)
}

/** Unknown codes in the title are refused with their position (D-7). */
function contentOf({ name, ...content }: Fields) {
  const problems = findProblems(content.title, shortcodesOf('account', 'date', 'firm'))
  if (problems.length > 0) {
    throw new Refusal(
      'invalid',
      problems.map(({ code, token, line, column, nearest }) => ({
        path: 'title',
        code,
        params: { token, line, column, nearest: nearest ?? 'none' },
      })),
    )
  }
  return { kind: 'task' as const, name, content }
}
