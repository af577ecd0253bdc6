import type { Routes } from '#platform/http/call.ts'
import { changeJobRecurrence, createJobRecurrences, endJobRecurrence } from './commands.ts'
import type { jobRecurrencesContract } from './contract.ts'
import { jobRecurrenceById, listJobRecurrences } from './queries.ts'

export const jobRecurrencesRoutes: Routes<typeof jobRecurrencesContract> = {
  listJobRecurrences: (tx, { query }) => listJobRecurrences(tx, query),
  getJobRecurrence: (tx, { params }) => jobRecurrenceById(tx, params.id),
  createJobRecurrences: (tx, { body }) => createJobRecurrences(tx, body),
  changeJobRecurrence: (tx, { params, body, ifMatch }) => changeJobRecurrence(tx, params.id, body, ifMatch!),
  endJobRecurrence: (tx, { params }) => endJobRecurrence(tx, params.id),
}
