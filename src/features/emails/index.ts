export type { MailKind, MailParams, MailRecipient, NewMail } from './model.ts'
export { queueMails } from './queue-mails.ts'
