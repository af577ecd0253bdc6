import { z } from 'zod'
import { contract } from '#kernel/contract.ts'
import { idSchema } from '#kernel/id-schema.ts'
import type { AccountId, EventId, TemplateId } from '#kernel/ids.ts'
import { LOCALES } from '#kernel/locale.ts'
import { MAIL_KINDS, MAIL_STATES } from './model.ts'

/** What an e-mail template says; shortcodes in it are checked on top (D-7). */
const emailContent = z.strictObject({
  subject: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .regex(/^[^\r\n]*$/),
  body: z.string().trim().min(1).max(20_000),
})

const templateParams = z.object({ id: idSchema<TemplateId>() })
const templateBody = z.strictObject({ name: z.string().trim().min(1).max(200), ...emailContent.shape })
const emailTemplate = z.object({
  id: idSchema<TemplateId>(),
  name: z.string(),
  subject: z.string(),
  body: z.string(),
  version: z.number().int(),
  revision: z.number().int(),
})
export type EmailTemplate = z.output<typeof emailTemplate>

const mailSummary = z.object({
  id: idSchema(),
  kind: z.enum(MAIL_KINDS),
  toEmail: z.string(),
  toName: z.string(),
  subject: z.string(),
  state: z.enum(MAIL_STATES),
  /** why it was not sent: a code, or what the mail server said */
  reason: z.string().nullable(),
  accountId: idSchema<AccountId>().nullable(),
  accountName: z.string().nullable(),
  createdAt: z.iso.datetime(),
  settledAt: z.iso.datetime().nullable(),
})
export type MailSummary = z.output<typeof mailSummary>

const renderedMail = z.object({
  subject: z.string(),
  text: z.string(),
  /** a whole document; to be shown in a sandboxed frame only */
  html: z.string(),
})

const mail = mailSummary.extend({
  ...renderedMail.shape,
  messageId: z.string(),
  locale: z.enum(LOCALES),
  /** false: its link or code is not kept, so what is shown is not quite what was sent */
  complete: z.boolean(),
  /** the event that it tells of (B-4) */
  causeId: idSchema<EventId>().nullable(),
})
export type Mail = z.output<typeof mail>

const preview = z.object({
  recipients: z.array(
    renderedMail.extend({
      name: z.string(),
      email: z.string(),
      locale: z.enum(LOCALES),
      /** false: an automation leaves this one out (XC-7) */
      notify: z.boolean(),
      /** codes that have no value for this one (FAIL-12) */
      empty: z.array(z.string()),
    }),
  ),
})
export type EmailPreview = z.output<typeof preview>

/** E-mail templates, what they would say to an account, and the mails that went out. */
export const emailsContract = contract({
  getEmailTemplate: {
    method: 'get',
    path: '/email-templates/{id}',
    summary: 'One e-mail template',
    who: { staff: 'any' },
    params: templateParams,
    returns: emailTemplate,
    revision: 'sent',
    example: { params: { id: '$emailTemplate' } },
  },
  createEmailTemplate: {
    method: 'post',
    path: '/email-templates',
    summary: 'Makes an e-mail template; a shortcode that means nothing in it is refused with its position (D-7)',
    who: { staff: 'manage_templates' },
    body: templateBody,
    returns: emailTemplate,
    status: 201,
    example: { body: { name: 'Season opens', subject: 'Your [TAX_YEAR] return', body: 'Dear [FIRST_NAME],' } },
  },
  changeEmailTemplate: {
    method: 'put',
    path: '/email-templates/{id}',
    summary: 'Gives an e-mail template a new version; what was sent stays as it was (A-8)',
    who: { staff: 'manage_templates' },
    params: templateParams,
    body: templateBody,
    returns: emailTemplate,
    revision: 'required',
    refusals: ['stale', 'precondition_required'],
    example: {
      params: { id: '$emailTemplate' },
      body: { name: 'Season opens', subject: 'Your [TAX_YEAR] return', body: 'Dear [FIRST_NAME],' },
    },
  },
  previewEmail: {
    method: 'post',
    path: '/email-previews',
    summary: 'What a text would say to each contact of an account; stores and sends nothing',
    who: { staff: 'any' },
    body: emailContent.extend({ accountId: idSchema<AccountId>() }),
    returns: preview,
    example: { body: { subject: 'Your [TAX_YEAR] return', body: 'Dear [FIRST_NAME],', accountId: '$account' } },
  },
  listMails: {
    method: 'get',
    path: '/mails',
    summary: 'Mails that went out or wait, newest first',
    who: { staff: 'admin' },
    query: z.object({
      state: z.enum(MAIL_STATES).optional(),
      accountId: idSchema<AccountId>().optional(),
      cursor: z.string().max(500).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    returns: z.object({
      items: z.array(mailSummary),
      next: z.string().nullable(),
      /** false: no SMTP server is set, so mails are captured instead of sent */
      sends: z.boolean(),
    }),
    example: {},
  },
  getMail: {
    method: 'get',
    path: '/mails/{id}',
    summary: 'One mail as it was rendered; links and codes work only in captured ones',
    who: { staff: 'admin' },
    params: z.object({ id: idSchema() }),
    returns: mail,
    example: { params: { id: '$mail' } },
  },
})
