import type { Routes } from '#platform/http/call.ts'
import { changeEmailTemplate, createEmailTemplate } from './commands.ts'
import type { emailsContract } from './contract.ts'
import { emailTemplateById, listMails, mailById, previewEmail } from './queries.ts'

export const emailsRoutes: Routes<typeof emailsContract> = {
  getEmailTemplate: (tx, { params }) => emailTemplateById(tx, params.id),
  createEmailTemplate: (tx, { body }) => createEmailTemplate(tx, body),
  changeEmailTemplate: (tx, { params, body, ifMatch }) => changeEmailTemplate(tx, params.id, body, ifMatch!),
  previewEmail: (tx, { body: { accountId, ...text } }) => previewEmail(tx, accountId, text),
  listMails: (tx, { query }) => listMails(tx, query),
  getMail: (tx, { params }) => mailById(tx, params.id),
}
