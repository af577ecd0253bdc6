import type { Tx } from '#platform/db/tx.ts'
import type { Handler } from '#platform/outbox/worker.ts'
import type { Slice } from '#platform/slices/slice.ts'
import { composed } from './compose.ts'
import { type DueMail, dueMail, settleMail } from './due-mail.ts'
import type { DropReason, MailKind } from './model.ts'
import { CONNECTIONS, MailRefused, type OutgoingMail, sendBySmtp, senderAddress } from './transport.ts'

/**
 * Sends one mail. Whether its reader still wants it is asked right before. A server that is away or busy throws,
 * and the entry is tried again with the same Message-ID; a refusal for good ends it.
 */
const sendMail: Handler<'mail'> = async ({ payload }, run) => {
  const due = await run((tx) => prepare(tx, payload.mailId))
  if (!due) return
  try {
    await sendBySmtp(due.smtpUrl, due.outgoing)
  } catch (error) {
    if (!(error instanceof MailRefused)) throw error
    const reason = error.message.slice(0, 500)
    await run((tx) => fail(tx, due.mail, reason))
    return
  }
  await run((tx) => settleMail(tx, due.mail, { state: 'sent', reason: null }))
}

export const emailsHandlers: Slice['handlers'] = { mail: { handle: sendMail, atOnce: CONNECTIONS } }

const TELLING: ReadonlySet<MailKind> = new Set(['organizer_sent', 'work_update', 'firm_email'])

type Prepared = { mail: DueMail; smtpUrl: string; outgoing: OutgoingMail }

/** The mail as it goes out, or null where nothing is left to do: it is settled already, now dropped, or captured. */
async function prepare(tx: Tx, mailId: string): Promise<Prepared | null> {
  const mail = await dueMail(tx, mailId)
  if (!mail) return null
  const reason = dropReason(mail)
  if (reason) {
    await drop(tx, mail, reason)
    return null
  }
  const { smtpUrl, publicUrl } = tx.server
  if (smtpUrl === null) {
    await settleMail(tx, mail, { state: 'captured', reason: null })
    return null
  }
  const outgoing = {
    messageId: mail.messageId,
    from: { name: mail.firmName, address: senderAddress(smtpUrl, publicUrl) },
    replyTo: mail.replyTo,
    to: { name: mail.toName, address: mail.toEmail },
    subject: mail.subject,
    ...composed(mail.matter, mail),
  }
  return { mail, smtpUrl, outgoing }
}

/** Only what tells a client something depends on Notify (D-16); a link or code that he asked for does not. */
function dropReason({ matter, contactEmailId, accountActive, notify }: DueMail): DropReason | null {
  const tells = TELLING.has(matter.kind)
  if (!tells || contactEmailId === null) return null
  if (!accountActive) return 'account_archived'
  if (notify === null) return 'contact_removed'
  return notify ? null : 'notify_off'
}

async function drop(tx: Tx, mail: DueMail, reason: DropReason): Promise<void> {
  await settleMail(tx, mail, { state: 'dropped', reason })
  tx.record({ type: 'mail.dropped', ...about(mail), payload: { to: mail.toName, subject: mail.subject, reason } })
}

async function fail(tx: Tx, mail: DueMail, reason: string): Promise<void> {
  await settleMail(tx, mail, { state: 'failed', reason })
  tx.record({ type: 'mail.failed', ...about(mail), payload: { to: mail.toName, subject: mail.subject, reason } })
}

function about({ id, accountId, jobId, causeId }: DueMail) {
  return { subject: { kind: 'mail', id }, accountId, jobId, causeId }
}
