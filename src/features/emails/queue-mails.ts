import { sql } from 'kysely'
import { newId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { currentFirm } from '../firms/index.ts'
import { subjectOf } from './mail-content.ts'
import type { NewMail } from './model.ts'

/**
 * Leaves mails to be sent after commit: one row and one outbox entry each, whatever their number. A mail whose id is
 * there already is not queued again. Returns the ids of all, in the order given.
 */
export async function queueMails(tx: Tx, mails: readonly NewMail[]): Promise<string[]> {
  if (mails.length === 0) return []
  const firm = await currentFirm(tx)
  const host = new URL(tx.server.publicUrl).hostname
  const rows = mails.map((mail) => {
    const id: string = mail.id ?? newId(tx.now.getTime())
    return {
      id,
      kind: mail.kind,
      to_email: mail.to.email,
      to_name: mail.to.name,
      locale: mail.to.locale,
      account_id: mail.accountId ?? null,
      contact_id: mail.to.contactId ?? null,
      contact_email_id: mail.to.contactEmailId ?? null,
      organizer_id: mail.organizerId ?? null,
      job_id: mail.jobId ?? null,
      subject: subjectOf(mail, mail.to.locale, firm.name),
      params: mail.params,
      message_id: `<${id}@${host}>`,
      cause_id: mail.causeId ?? null,
    }
  })
  await sql`
    insert into mails (firm_id, id, kind, to_email, to_name, locale, account_id, contact_id, contact_email_id,
                       organizer_id, job_id, subject, params, message_id, created_at)
    select ${tx.firmId}::uuid, id, kind, to_email, to_name, locale, account_id, contact_id, contact_email_id,
           organizer_id, job_id, subject, params, message_id, ${tx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(
      id uuid, kind text, to_email text, to_name text, locale text, account_id uuid, contact_id uuid,
      contact_email_id uuid, organizer_id uuid, job_id uuid, subject text, params jsonb, message_id text)
    on conflict do nothing
  `.execute(tx.db)
  for (const { id, cause_id: causeId } of rows) tx.enqueue({ id, kind: 'mail', payload: { mailId: id }, causeId })
  return rows.map(({ id }) => id)
}
