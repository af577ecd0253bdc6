import type { Routes } from '#platform/http/call.ts'
import { attachFile, detachFile } from './answer-files.ts'
import { openOrganizer, renameOrganizer } from './commands.ts'
import type { organizersContract } from './contract.ts'
import { listPortalOrganizers, portalOrganizerById } from './portal-queries.ts'
import { renewTodoLink } from './renew-todo-link.ts'
import { saveAnswer } from './save-answer.ts'
import { sendOrganizers } from './send-organizers.ts'
import { listOrganizers, organizerById } from './staff-queries.ts'
import { submitOrganizer } from './submit-organizer.ts'
import {
  changeOrganizerTemplate,
  copyOrganizerTemplate,
  createOrganizerTemplate,
  listOrganizerTemplates,
  organizerTemplateById,
} from './templates.ts'
import { mailTodoCode } from './todo-codes.ts'
import { confirmTodoLink, describeTodoLink } from './todo-links.ts'

export const organizersRoutes: Routes<typeof organizersContract> = {
  listOrganizerTemplates: (tx, { query }) => listOrganizerTemplates(tx, query),
  getOrganizerTemplate: (tx, { params }) => organizerTemplateById(tx, params.id),
  createOrganizerTemplate: (tx, { body }) => createOrganizerTemplate(tx, body),
  changeOrganizerTemplate: (tx, { params, body, ifMatch }) => changeOrganizerTemplate(tx, params.id, body, ifMatch!),
  copyOrganizerTemplate: (tx, { params }) => copyOrganizerTemplate(tx, params.id),
  sendOrganizers: (tx, { body }) => sendOrganizers(tx, body),
  listOrganizers: (tx, { query }) => listOrganizers(tx, query),
  getOrganizer: (tx, { params }) => organizerById(tx, params.id),
  renameOrganizer: (tx, { params, body, ifMatch }) => renameOrganizer(tx, params.id, body.name, ifMatch!),
  listPortalOrganizers: (tx, { query }) => listPortalOrganizers(tx, query),
  getPortalOrganizer: (tx, { params }) => portalOrganizerById(tx, params.id),
  openOrganizer: (tx, { params }) => openOrganizer(tx, params.id),
  saveAnswer: (tx, { params, body }) => saveAnswer(tx, params.id, params.questionId, body),
  attachFile: (tx, { params, file }) => attachFile(tx, params.id, params.questionId, file),
  detachFile: (tx, { params }) => detachFile(tx, params.id, params.questionId, params.documentId),
  submitOrganizer: (tx, { params }) => submitOrganizer(tx, params.id),
  getTodoLink: (call) => describeTodoLink(call),
  confirmTodoLink: (call) => confirmTodoLink(call),
  mailTodoCode: (call) => mailTodoCode(call),
  renewTodoLink: (call) => renewTodoLink(call),
}
