import type { AccountId, EventId, JobId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { type MailSource, withoutSecrets } from './compose.ts'
import type { MailMatter, MailState } from './model.ts'

/** A mail whose turn has come, with what decides whether it still goes out. */
export type DueMail = MailSource & {
  id: string
  messageId: string
  matter: MailMatter
  /** the address as it is now: one corrected since counts */
  toEmail: string
  subject: string
  accountId: AccountId | null
  jobId: JobId | null
  contactEmailId: string | null
  accountActive: boolean
  /** Notify of this account and address; null where the contact is no longer there */
  notify: boolean | null
  causeId: EventId | null
}

/** The mail if it still waits, with Notify and the address read now. */
export async function dueMail(tx: Tx, id: string): Promise<DueMail | null> {
  const row = await tx.db
    .selectFrom('mails as m')
    .innerJoin('firms as f', 'f.firm_id', 'm.firm_id')
    .leftJoin('accounts as a', (join) => join.onRef('a.firm_id', '=', 'm.firm_id').onRef('a.id', '=', 'm.account_id'))
    .leftJoin('contact_emails as e', (join) =>
      join.onRef('e.firm_id', '=', 'm.firm_id').onRef('e.id', '=', 'm.contact_email_id'),
    )
    .leftJoin('contact_settings as s', (join) =>
      join
        .onRef('s.firm_id', '=', 'm.firm_id')
        .onRef('s.account_id', '=', 'm.account_id')
        .onRef('s.contact_email_id', '=', 'm.contact_email_id'),
    )
    .leftJoin('outbox_entries as o', (join) => join.onRef('o.firm_id', '=', 'm.firm_id').onRef('o.id', '=', 'm.id'))
    .selectAll('m')
    .select(['f.name as firm_name', 'f.color', 'f.reply_to', 'a.name as account_name', 'a.state as account_state'])
    .select(['e.email as current_email', 's.notify', 'o.cause_id'])
    .where('m.firm_id', '=', tx.firmId)
    .where('m.id', '=', id)
    .where('m.state', '=', 'queued')
    .executeTakeFirst()
  if (!row) return null
  return {
    id,
    messageId: row.message_id,
    matter: { kind: row.kind, params: row.params } as MailMatter,
    locale: row.locale,
    toEmail: row.current_email ?? row.to_email,
    toName: row.to_name,
    subject: row.subject,
    firmName: row.firm_name,
    firmColor: row.color,
    replyTo: row.reply_to,
    accountId: row.account_id as AccountId | null,
    accountName: row.account_name,
    accountActive: row.account_state !== 'archived',
    jobId: row.job_id as JobId | null,
    contactEmailId: row.contact_email_id,
    notify: row.notify,
    causeId: row.cause_id as EventId | null,
  }
}

/** Says what became of a mail. Its links and codes are kept only while somebody must read them here. */
export async function settleMail(
  tx: Tx,
  { id, matter, toEmail }: DueMail,
  { state, reason }: { state: Exclude<MailState, 'queued'>; reason: string | null },
): Promise<void> {
  const { params } = state === 'captured' ? matter : withoutSecrets(matter)
  await tx.db
    .updateTable('mails')
    .set({ state, reason, to_email: toEmail, params: JSON.stringify(params), settled_at: tx.now })
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', id)
    .where('state', '=', 'queued')
    .execute()
}
