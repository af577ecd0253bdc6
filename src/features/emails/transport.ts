import { createTransport, type Transporter } from 'nodemailer'

/** What leaves by SMTP: headers fixed, both parts composed. */
export type OutgoingMail = {
  messageId: string
  from: { name: string; address: string }
  replyTo: string | null
  to: { name: string; address: string }
  subject: string
  text: string
  html: string
}

/** How many mails of a process are on their way at the same time. */
export const CONNECTIONS = 5

/**
 * Hands a mail to the SMTP server over a pooled connection. Throws `MailRefused` where the server refused it for good;
 * any other error means: try again later (server away, busy, or wrong credentials that somebody will mend).
 */
export async function sendBySmtp(smtpUrl: string, mail: OutgoingMail): Promise<void> {
  const { replyTo, ...rest } = mail
  try {
    await transportTo(smtpUrl).sendMail({
      ...rest,
      ...(replyTo === null ? {} : { replyTo }),
      headers: { 'Auto-Submitted': 'auto-generated' },
      disableFileAccess: true,
      disableUrlAccess: true,
    })
  } catch (error) {
    if (isRefusal(error)) throw new MailRefused(error.response ?? error.message)
    throw error
  }
}

/** The server will not take this message, whenever it is tried; the text is what it said. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused'
}

/** Where mails come from (EML-3): `?from=` of the SMTP address, else its user if that is an address, else `portal@` us. */
export function senderAddress(smtpUrl: string, publicUrl: string): string {
  const url = new URL(smtpUrl)
  const named = url.searchParams.get('from') ?? decodeURIComponent(url.username)
  return named.includes('@') ? named : `portal@${new URL(publicUrl).hostname}`
}

const transports = new Map<string, Transporter>()

function transportTo(smtpUrl: string): Transporter {
  const known = transports.get(smtpUrl)
  if (known) return known
  const url = new URL(smtpUrl)
  url.searchParams.delete('from')
  const made = createTransport({
    url: url.toString(),
    pool: true,
    maxConnections: CONNECTIONS,
    maxMessages: 100,
    maxRequeues: 0,
    idleTimeout: 5000,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 60_000,
  })
  transports.set(smtpUrl, made)
  return made
}

type SmtpError = Error & { code?: string; command?: string; responseCode?: number; response?: string }

/** Refused for its address or its content. A 5xx to anything else (sign-in, sender) is the settings' fault. */
function isRefusal(error: unknown): error is SmtpError {
  const { code, command, responseCode } = error as SmtpError
  if (command === 'API') return code === 'EENVELOPE'
  return (command === 'RCPT TO' || command === 'DATA') && (responseCode ?? 0) >= 500
}
