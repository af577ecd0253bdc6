import type { Routes } from '#platform/http/call.ts'
import { changeTask, setTaskStatus } from './commands.ts'
import type { tasksContract } from './contract.ts'
import { createTask, createTasks } from './create-tasks.ts'
import { listTasks, taskById } from './queries.ts'
import { listTaskRecurrences, taskRecurrenceById } from './recurrence-queries.ts'
import { changeTaskRecurrence, createTaskRecurrence, endTaskRecurrence } from './recurrences.ts'
import { changeTaskStatusLabels, taskStatusLabels } from './status-labels.ts'
import { setSubtask } from './subtasks.ts'
import { changeTaskTemplate, createTaskTemplate, taskTemplateById } from './templates.ts'

export const tasksRoutes: Routes<typeof tasksContract> = {
  listTasks: (tx, { query }) => listTasks(tx, query),
  getTask: (tx, { params }) => taskById(tx, params.id),
  createTask: (tx, { body }) => createTask(tx, body),
  createTasks: (tx, { body }) => createTasks(tx, body),
  changeTask: (tx, { params, body, ifMatch }) => changeTask(tx, params.id, body, ifMatch!),
  setTaskStatus: (tx, { params, body }) => setTaskStatus(tx, params.id, body.status),
  setSubtask: (tx, { params, body }) => setSubtask(tx, params.id, params.subtaskId, body.done),
  getTaskTemplate: (tx, { params }) => taskTemplateById(tx, params.id),
  createTaskTemplate: (tx, { body }) => createTaskTemplate(tx, body),
  changeTaskTemplate: (tx, { params, body, ifMatch }) => changeTaskTemplate(tx, params.id, body, ifMatch!),
  listTaskRecurrences: (tx, { query }) => listTaskRecurrences(tx, query),
  getTaskRecurrence: (tx, { params }) => taskRecurrenceById(tx, params.id),
  createTaskRecurrence: (tx, { body }) => createTaskRecurrence(tx, body),
  changeTaskRecurrence: (tx, { params, body, ifMatch }) => changeTaskRecurrence(tx, params.id, body, ifMatch!),
  endTaskRecurrence: (tx, { params }) => endTaskRecurrence(tx, params.id),
  getTaskStatusLabels: (tx) => taskStatusLabels(tx),
  changeTaskStatusLabels: (tx, { body, ifMatch }) => changeTaskStatusLabels(tx, body.labels, ifMatch!),
}
