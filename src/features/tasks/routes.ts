import type { Routes } from '#platform/http/call.ts'
import { changeTask, createTask, setTaskStatus } from './commands.ts'
import type { tasksContract } from './contract.ts'
import { listTasks, taskById } from './queries.ts'
import { changeTaskTemplate, createTaskTemplate, taskTemplateById } from './templates.ts'

export const tasksRoutes: Routes<typeof tasksContract> = {
  listTasks: (tx, { query }) => listTasks(tx, query),
  getTask: (tx, { params }) => taskById(tx, params.id),
  createTask: (tx, { body }) => createTask(tx, body),
  changeTask: (tx, { params, body, ifMatch }) => changeTask(tx, params.id, body, ifMatch!),
  setTaskStatus: (tx, { params, body }) => setTaskStatus(tx, params.id, body.status),
  getTaskTemplate: (tx, { params }) => taskTemplateById(tx, params.id),
  createTaskTemplate: (tx, { body }) => createTaskTemplate(tx, body),
  changeTaskTemplate: (tx, { params, body, ifMatch }) => changeTaskTemplate(tx, params.id, body, ifMatch!),
}
