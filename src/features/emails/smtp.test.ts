import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { sql } from 'kysely'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { type AccountId, newId } from '#kernel/ids.ts'
import type { Locale } from '#kernel/locale.ts'
import { readConfig } from '#platform/config/config.ts'
import { inFirm, type Tx } from '#platform/db/tx.ts'
import { createLog } from '#platform/log/log.ts'
import { freshDatabase } from '../../../test/support/databases.ts'
import { databaseUrl } from '../../../test/support/system.ts'
import { openSystem, type System } from '../../system.ts'
import { createAccount, recipientsOf } from '../accounts/index.ts'
import { createFirm } from '../firms/index.ts'
import { queueMails } from './index.ts'
import { mailById } from './queries.ts'

/** A mail that the receiver took. */
type Received = { from: string; to: string[]; source: string; attempt: number }

const firmId = newId<'firm'>()
const received: Received[] = []
let receiver: SMTPServer | null = null
let port = 0
let sending: System
let capturing: System

beforeAll(async () => {
  port = await freePort()
  const url = await freshDatabase(databaseUrl())
  sending = await open(url, `smtp://127.0.0.1:${port}?from=portal@hollisvane.example`)
  capturing = await open(url, undefined)
  await run((tx) =>
    createFirm(tx, { name: 'Hollis & Vane', slug: 'hollis', locale: 'en', timeZone: 'Europe/Amsterdam' }),
  )
})

afterEach(async () => {
  await down()
  received.length = 0
})

afterAll(async () => {
  await sending.close()
  await capturing.close()
})

describe('SMTP is down', () => {
  test('D-2: nothing is lost; back again, the mail goes out once, with the Message-ID it had from the start', async () => {
    const id = await queueFor('sanne', 'nl')
    await sending.worker.drain()
    const before = await run((tx) => mailById(tx, id))
    expect(before.state).toBe('queued')
    expect(await waitingEntries()).toBe(1)
    await up()
    await letRetriesBeDue()
    await sending.worker.drain()
    expect(received).toHaveLength(1)
    expect(headerOf(received[0]!, 'Message-ID')).toBe(before.messageId)
    expect(before.messageId).toBe(`<${id}@portal.hollisvane.example>`)
    expect((await run((tx) => mailById(tx, id))).state).toBe('sent')
    expect(await waitingEntries()).toBe(0)
  })

  test('a busy server (4xx) is tried again with the same Message-ID', async () => {
    const id = await queueFor('joris', 'en')
    await up({ refuseFirst: 451 })
    await sending.worker.drain()
    expect((await run((tx) => mailById(tx, id))).state).toBe('queued')
    await letRetriesBeDue()
    await sending.worker.drain()
    expect(received).toHaveLength(1)
    expect(headerOf(received[0]!, 'Message-ID')).toContain(id)
  })
})

describe('what the server says no to', () => {
  test('an address that does not exist (5xx) fails for good, with the reason, and is not tried again', async () => {
    const id = await queueFor('gone', 'en')
    await up({ unknown: 'gone' })
    await sending.worker.drain()
    const mail = await run((tx) => mailById(tx, id))
    expect(mail.state).toBe('failed')
    expect(mail.reason).toContain('550')
    expect(await waitingEntries()).toBe(0)
    const events = await run((tx) =>
      tx.db.selectFrom('events').select('payload').where('type', '=', 'mail.failed').execute(),
    )
    expect(events).toMatchObject([{ payload: { to: 'gone', reason: expect.stringContaining('550') } }])
  })

  test('a wrong sender is our fault: the mail waits until somebody mends the settings', async () => {
    const id = await queueFor('sanne', 'en')
    await up({ refuseSender: true })
    await sending.worker.drain()
    expect((await run((tx) => mailById(tx, id))).state).toBe('queued')
    await down()
    await up()
    await letRetriesBeDue()
    await sending.worker.drain()
    expect(received).toHaveLength(1)
  })
})

describe('X-7: who is mailed is asked right before', () => {
  test.each([
    [
      'Notify switched off',
      'notify_off',
      async (tx: Tx): Promise<unknown> => tx.db.updateTable('contact_settings').set({ notify: false }).execute(),
    ],
    [
      'the contact taken off',
      'contact_removed',
      async (tx: Tx): Promise<unknown> => tx.db.deleteFrom('contact_settings').execute(),
    ],
    [
      'the account archived (PQ-16)',
      'account_archived',
      async (tx: Tx): Promise<unknown> => tx.db.updateTable('accounts').set({ state: 'archived' }).execute(),
    ],
  ])('%s after queueing: the mail is dropped, and why is kept', async (_, reason, change) => {
    const { id } = await queueForContact()
    await run(change)
    await up()
    await sending.worker.drain()
    expect(received).toEqual([])
    expect(await run((tx) => mailById(tx, id))).toMatchObject({ state: 'dropped', reason })
  })

  test('an address corrected after queueing is the one that is used', async () => {
    const { id, contactEmailId } = await queueForContact()
    await run((tx) =>
      tx.db
        .updateTable('contact_emails')
        .set({ email: 'right@example.com' })
        .where('id', '=', contactEmailId)
        .execute(),
    )
    await up()
    await sending.worker.drain()
    expect(received.map(({ to }) => to)).toEqual([['right@example.com']])
    expect((await run((tx) => mailById(tx, id))).toEmail).toBe('right@example.com')
  })
})

describe('what is sent', () => {
  test('EML-3: from the firm, replies to the firm, plain and HTML, in the language of each', async () => {
    await run((tx) => tx.db.updateTable('firms').set({ reply_to: 'office@hollisvane.example' }).execute())
    await queueFor('sanne', 'nl')
    await queueFor('jörg', 'de')
    await up()
    await sending.worker.drain()
    const byReader = new Map(received.map((mail) => [mail.to[0], mail]))
    const dutch = byReader.get('sanne@example.com')!
    expect(headerOf(dutch, 'From')).toBe('"Hollis & Vane" <portal@hollisvane.example>')
    expect(headerOf(dutch, 'Reply-To')).toBe('office@hollisvane.example')
    expect(headerOf(dutch, 'Subject')).toBe('Graag invullen: Vragen 2025')
    expect(headerOf(dutch, 'Content-Type')).toContain('multipart/alternative')
    expect(dutch.source).toMatch(/Content-Type: text\/plain[\s\S]*Content-Type: text\/html/)
    expect(headerOf(received.find((mail) => mail !== dutch)!, 'Subject')).toContain('Bitte_ausf')
  })

  test('links are not kept once the server took the mail', async () => {
    const id = await queueFor('sanne', 'en')
    await up()
    await sending.worker.drain()
    expect(unfolded(received[0]!)).toContain('secret-token')
    const row = await run((tx) =>
      tx.db.selectFrom('mails').select('params').where('id', '=', id).executeTakeFirstOrThrow(),
    )
    expect(row.params).toEqual({ organizerName: 'Vragen 2025', link: '' })
    const kept = await run((tx) => mailById(tx, id))
    expect(kept.complete).toBe(false)
    expect(kept.html + kept.text).not.toContain('secret-token')
  })

  test('without an SMTP server a mail is captured with its link; while it waits, the link is hidden', async () => {
    const id = await queueFor('sanne', 'en')
    const waiting = await run((tx) => mailById(tx, id))
    expect(waiting).toMatchObject({ state: 'queued', complete: false })
    expect(waiting.html + waiting.text).not.toContain('secret-token')
    await capturing.worker.drain()
    const captured = await run((tx) => mailById(tx, id))
    expect(captured).toMatchObject({ state: 'captured', complete: true })
    expect(captured.html).toContain('secret-token')
    expect(captured.text).toContain('secret-token')
  })
})

function run<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return inFirm(sending.source, { kind: 'system', firmId, name: 'test' }, work)
}

async function queueFor(name: string, locale: Locale): Promise<string> {
  const to = { email: `${name}@example.com`, name, locale }
  const params = { organizerName: 'Vragen 2025', link: 'https://portal.hollisvane.example/t/secret-token' }
  const [id] = await run((tx) => queueMails(tx, [{ kind: 'organizer_sent', to, params }]))
  return id!
}

async function queueForContact(): Promise<{ id: string; contactEmailId: string }> {
  return run(async (tx) => {
    const emails = [{ email: 'wrong@example.com', login: false, notify: true }]
    const contact = { firstName: 'Sanne', lastName: 'V', phone: null, locale: null, emails }
    const account = { type: 'individual' as const, externalId: null, contacts: [contact], tagIds: [], memberIds: [] }
    const accountId = (await createAccount(tx, account)).id as AccountId
    const [to] = (await recipientsOf(tx, [accountId])).get(accountId)!
    const params = { subject: 'Hello', body: 'Text' }
    const [id] = await queueMails(tx, [{ kind: 'firm_email', to: to!, accountId, params }])
    return { id: id!, contactEmailId: to!.contactEmailId }
  })
}

async function waitingEntries(): Promise<number> {
  const rows = await run((tx) =>
    tx.db.selectFrom('outbox_entries').select('id').where('state', '=', 'waiting').execute(),
  )
  return rows.length
}

/** The pauses between tries are real time; this lets them be over. */
async function letRetriesBeDue(): Promise<void> {
  await sql`update pgboss.job set start_after = now() where state = 'retry'`.execute(sending.source.db)
}

type Moods = { refuseFirst?: number; unknown?: string; refuseSender?: boolean }

/** Starts a real SMTP server on our port. */
async function up({ refuseFirst, unknown, refuseSender }: Moods = {}): Promise<void> {
  let attempt = 0
  const refusal = (code: number, text: string) => Object.assign(new Error(text), { responseCode: code })
  const options: SMTPServerOptions = {
    authOptional: true,
    closeTimeout: 1,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onMailFrom: (_, __, done) => done(refuseSender ? refusal(550, 'Sender not allowed') : null),
    onRcptTo: ({ address }, __, done) =>
      done(unknown && address.startsWith(unknown) ? refusal(550, 'No such mailbox') : null),
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        attempt++
        if (refuseFirst && attempt === 1) return done(refusal(refuseFirst, 'Try again later'))
        const { mailFrom, rcptTo } = session.envelope
        const from = mailFrom ? mailFrom.address : ''
        received.push({
          from,
          to: rcptTo.map((each) => each.address),
          source: Buffer.concat(chunks).toString(),
          attempt,
        })
        done()
      })
    },
  }
  receiver = new SMTPServer(options)
  receiver.on('error', () => {})
  receiver.listen(port, '127.0.0.1')
  await once(receiver.server, 'listening')
}

async function down(): Promise<void> {
  const closing = receiver
  receiver = null
  if (closing) await new Promise<void>((resolve) => closing.close(() => resolve()))
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port: free } = probe.address() as AddressInfo
  await new Promise<void>((resolve) => probe.close(() => resolve()))
  return free
}

function open(url: string, smtpUrl: string | undefined): Promise<System> {
  const config = readConfig({
    DATA_DIR: inject('dataDir'),
    PUBLIC_URL: 'https://portal.hollisvane.example',
    SMTP_URL: smtpUrl,
  })
  return openSystem({ url, config, now: () => new Date(), log: createLog({ write: () => true }), webFolder: null })
}

function headerOf({ source }: Received, name: string): string {
  const head = source.slice(0, source.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]+/g, ' ')
  const line = head.split('\r\n').find((each) => each.toLowerCase().startsWith(`${name.toLowerCase()}:`)) ?? ''
  return line.slice(name.length + 1).trim()
}

/** The source without the soft line breaks of quoted-printable. */
function unfolded({ source }: Received): string {
  return source.replaceAll('=\r\n', '')
}
