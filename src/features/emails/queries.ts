import { sql } from 'kysely'
import { today } from '#kernel/dates.ts'
import type { AccountId, EventId, JobId, TemplateId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import { decodeCursor, encodeCursor } from '#platform/db/cursor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { recipientsOf, requireVisibleAccounts } from '../accounts/index.ts'
import { templateById } from '../templates/index.ts'
import { composed, holdsSecrets, withoutSecrets } from './compose.ts'
import type { EmailPreview, EmailTemplate, Mail, MailSummary } from './contract.ts'
import { loadEmailFacts } from './email-facts.ts'
import type { MailMatter, MailState } from './model.ts'
import { type EmailText, emailRenderer, requireKnownCodes } from './rules.ts'

export async function emailTemplateById(tx: Tx, id: TemplateId): Promise<EmailTemplate> {
  const { name, content, version, revision } = await templateById(tx, id, 'email')
  return { id, name, ...content, version, revision }
}

/** What a text would say to everybody of an account, Notify on or off; job codes speak of its newest job. */
export async function previewEmail(tx: Tx, accountId: AccountId, text: EmailText): Promise<EmailPreview> {
  await requireVisibleAccounts(tx, [accountId])
  requireKnownCodes(text)
  const recipients = (await recipientsOf(tx, [accountId])).get(accountId) ?? []
  const jobId = await newestJob(tx, accountId)
  const facts = await loadEmailFacts(tx, [accountId], jobId === null ? [] : [jobId])
  const render = emailRenderer(today(tx.now, facts.firm.timeZone))
  return {
    recipients: recipients.map((to) => {
      const { subject, body, empty } = render(text, facts.of(accountId, jobId, to))
      const accountName = facts.accountName(accountId)
      const params = to.hasOtherAccounts ? { subject, body, accountName } : { subject, body }
      const parts = composed(
        { kind: 'firm_email', params },
        {
          locale: to.locale,
          toName: to.name,
          firmName: facts.firm.name,
          firmColor: facts.firm.color,
          replyTo: facts.firm.replyTo,
          accountName,
        },
      )
      return { name: to.name, email: to.email, locale: to.locale, notify: to.notify, subject, ...parts, empty }
    }),
  }
}

/** The firm's mails, newest first. */
export async function listMails(
  tx: Tx,
  { state, accountId, cursor, limit }: { state?: MailState; accountId?: AccountId; cursor?: string; limit: number },
): Promise<{ items: MailSummary[]; next: string | null; sends: boolean }> {
  const after = cursor === undefined ? null : decodeCursor(cursor, 2)
  const rows = await mailRows(tx)
    .$if(state !== undefined, (query) => query.where('m.state', '=', state!))
    .$if(accountId !== undefined, (query) => query.where('m.account_id', '=', accountId!))
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(m.created_at, m.id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`),
    )
    .orderBy('m.created_at', 'desc')
    .orderBy('m.id', 'desc')
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit).map(summaryOf)
  const last = rows.length > limit ? items.at(-1)! : null
  return { items, next: last && encodeCursor([last.createdAt, last.id]), sends: tx.server.smtpUrl !== null }
}

/** One mail as it was rendered. Only a captured one shows what lets its reader in. */
export async function mailById(tx: Tx, id: string): Promise<Mail> {
  const row = await mailRows(tx)
    .innerJoin('firms as f', 'f.firm_id', 'm.firm_id')
    .leftJoin('outbox_entries as o', (join) => join.onRef('o.firm_id', '=', 'm.firm_id').onRef('o.id', '=', 'm.id'))
    .select(['f.name as firm_name', 'f.color', 'f.reply_to', 'o.cause_id'])
    .where('m.id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Refusal('not_found')
  const whole = { kind: row.kind, params: row.params } as MailMatter
  const complete = row.state === 'captured' || !holdsSecrets(whole)
  const parts = composed(complete ? whole : withoutSecrets(whole), {
    locale: row.locale,
    toName: row.to_name,
    firmName: row.firm_name,
    firmColor: row.color,
    replyTo: row.reply_to,
    accountName: row.account_name,
  })
  const causeId = row.cause_id as EventId | null
  return { ...summaryOf(row), ...parts, messageId: row.message_id, locale: row.locale, complete, causeId }
}

type MailRow = Awaited<ReturnType<ReturnType<typeof mailRows>['executeTakeFirstOrThrow']>>

function mailRows(tx: Tx) {
  return tx.db
    .selectFrom('mails as m')
    .leftJoin('accounts as a', (join) => join.onRef('a.firm_id', '=', 'm.firm_id').onRef('a.id', '=', 'm.account_id'))
    .selectAll('m')
    .select('a.name as account_name')
    .where('m.firm_id', '=', tx.firmId)
}

function summaryOf(row: MailRow): MailSummary {
  return {
    id: row.id as MailSummary['id'],
    kind: row.kind,
    toEmail: row.to_email,
    toName: row.to_name,
    subject: row.subject,
    state: row.state,
    reason: row.reason,
    accountId: row.account_id as AccountId | null,
    accountName: row.account_name,
    createdAt: row.created_at.toISOString(),
    settledAt: row.settled_at?.toISOString() ?? null,
  }
}

async function newestJob(tx: Tx, accountId: AccountId): Promise<JobId | null> {
  const row = await tx.db
    .selectFrom('jobs')
    .select('id')
    .where('firm_id', '=', tx.firmId)
    .where('account_id', '=', accountId)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (row?.id as JobId | undefined) ?? null
}
