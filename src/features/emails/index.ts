import { slice } from '#platform/slices/slice.ts'
import { emailsContract } from './contract.ts'
import { emailsHandlers } from './handlers.ts'
import { emailsRoutes } from './routes.ts'

export { sendEmails } from './effects.ts'
export type { MailKind, NewMail } from './model.ts'
export { queueMails } from './queue-mails.ts'

export const emails = slice({
  name: 'emails',
  contract: emailsContract,
  routes: emailsRoutes,
  handlers: emailsHandlers,
})
