import type { Locale } from '#kernel/locale.ts'
import type { Defaulted, Json } from '#platform/db/tables.ts'
import type { MailKind, MailMatter, MailState } from './model.ts'

declare module '#platform/db/tables.ts' {
  interface Tables {
    mails: MailsTable
  }
}

declare module '#platform/outbox/entries.ts' {
  interface OutboxPayloads {
    /** one message to one address */
    mail: { mailId: string }
  }
}

/** One message to one address. Its Message-ID is fixed before the first try (D-2); `params` fill its kind's text. */
export interface MailsTable {
  firm_id: string
  id: string
  kind: MailKind
  to_email: string
  to_name: string
  locale: Locale
  account_id: string | null
  contact_id: string | null
  contact_email_id: string | null
  organizer_id: string | null
  job_id: string | null
  subject: string
  params: Json<MailMatter['params']>
  message_id: string
  state: Defaulted<MailState>
  reason: string | null
  created_at: Date
  settled_at: Date | null
}
