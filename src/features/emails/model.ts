import type { AccountId, ContactId, EventId, JobId, OrganizerId } from '#kernel/ids.ts'
import type { Locale } from '#kernel/locale.ts'

/**
 * What each kind of mail is filled with. Links and codes are secrets: they are blanked in the stored mail once it went
 * out by SMTP. `accountName` is given where the contact has several accounts (EML-5).
 */
export type MailParams = {
  team_invitation: { link: string; firmName: string; inviterName: string }
  sign_in_link: { link: string }
  password_reset: { link: string }
  todo_code: { code: string }
  organizer_sent: { organizerName: string; link: string; accountName?: string }
  /** to staff */
  organizer_submitted: { organizerName: string; accountName: string; link: string }
  /** how far a job is, as clients are told (CFS-14); `link`: to the portal, for those who may sign in */
  work_update: { jobName: string; status: string; description: string; link?: string; accountName?: string }
  /** rendered: no shortcodes are left */
  firm_email: { subject: string; body: string; accountName?: string }
}

export const MAIL_KINDS = [
  'team_invitation',
  'sign_in_link',
  'password_reset',
  'todo_code',
  'organizer_sent',
  'organizer_submitted',
  'work_update',
  'firm_email',
] as const satisfies readonly (keyof MailParams)[]
export type MailKind = keyof MailParams

/** What a mail is about; a secret param that was blanked is ''. */
export type MailMatter = { [K in MailKind]: { kind: K; params: MailParams[K] } }[MailKind]

/** `sent`: taken by the SMTP server. `captured`: no SMTP server is set; shown on the page *Mail* instead. */
export const MAIL_STATES = ['queued', 'sent', 'captured', 'dropped', 'failed'] as const
export type MailState = (typeof MAIL_STATES)[number]

/** Why a mail was not even tried (X-7, PQ-16). */
export const DROP_REASONS = ['notify_off', 'contact_removed', 'account_archived'] as const
export type DropReason = (typeof DROP_REASONS)[number]

/**
 * Somebody to write to. With `contactEmailId`, Notify of the account is asked again right before sending for
 * the kinds that tell of something; who asked for a link or a code gets it.
 */
type MailRecipient = {
  email: string
  name: string
  locale: Locale
  contactId?: ContactId
  contactEmailId?: string
}

/** One message to one address. `id`, where given, is derived from what it is sent for: a second one is not sent. */
export type NewMail<Kind extends MailKind = MailKind> = {
  [K in Kind]: {
    id?: string
    kind: K
    to: MailRecipient
    accountId?: AccountId
    organizerId?: OrganizerId
    jobId?: JobId
    params: MailParams[K]
    causeId?: EventId | null
  }
}[Kind]
