import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { freshFirm, type TestFirm } from '../../../test/support/firm.ts'
import { contactOf, freshAddress, mailedToken } from '../../../test/support/newcomers.ts'
import { visitor } from '../../../test/support/visitor.ts'
import { firmsContract } from '../firms/contract.ts'
import { teamContract } from '../team/contract.ts'
import { identityContract } from './contract.ts'

const DAY = 86_400_000

describe('D-12 a: a client signs in by a mailed link', () => {
  test('the link opens a page; only its button signs in, for 30 days on that device', async () => {
    const firm = await freshFirm()
    const { email, accountId } = await contactOf(firm)
    const token = await tokenFor(firm, email)
    const browser = await visitor()
    const page = await browser.send(identityContract.getMailedLink, { params: { token } })
    expect(page.body).toEqual({ purpose: 'client_sign_in', name: 'Sanne Vermeer' })
    expect(browser.cookies.size).toBe(0)

    const entered = await browser.send(identityContract.enterPortal, { body: { token } })
    expect(entered.body).toEqual({ slug: firm.slug })
    const cookie = entered.headers.getSetCookie().at(-1)
    expect(cookie).toMatch(/^throughline\.session_token=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/)
    const me = await browser.send(identityContract.getSession)
    expect(me.body).toMatchObject({
      kind: 'client',
      firm: { name: 'Hollis & Vane', slug: firm.slug },
      contact: { name: 'Sanne Vermeer', email },
      accounts: [{ id: accountId, name: 'Vermeer' }],
    })
    firm.system.clock.advance(30 * DAY - 1000)
    expect((await browser.send(identityContract.getSession)).status).toBe(200)
    firm.system.clock.advance(2000)
    expect((await browser.send(identityContract.getSession)).status).toBe(401)
  })

  test('a mail scanner that opens the link, often, uses nothing up', async () => {
    const firm = await freshFirm()
    const { email } = await contactOf(firm)
    const token = await tokenFor(firm, email)
    for (let i = 0; i < 5; i++) {
      const scanner = await visitor()
      expect((await scanner.send(identityContract.getMailedLink, { params: { token } })).status).toBe(200)
      expect(scanner.cookies.size).toBe(0)
    }
    expect((await enter(token)).status).toBe(200)
  })

  test('a token works once, also for two who press at the same moment', async () => {
    const firm = await freshFirm()
    const { email } = await contactOf(firm)
    const token = await tokenFor(firm, email)
    const answers = await atOnce(firm, [() => enter(token), () => enter(token)])
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 410])
    expect((await enter(token)).problem.code).toBe('link_used')
    const page = await (await visitor()).send(identityContract.getMailedLink, { params: { token } })
    expect(page.problem.code).toBe('link_used')
  })

  test('it works for a quarter of an hour', async () => {
    const firm = await freshFirm()
    const { email } = await contactOf(firm)
    const token = await tokenFor(firm, email)
    firm.system.clock.advance(15 * 60_000)
    expect((await enter(token)).problem.code).toBe('link_expired')
    expect((await enter('no-such-token')).problem.code).toBe('link_expired')
  })

  test('known and unknown addresses get the same answer, and leave the same behind', async () => {
    const firm = await freshFirm()
    const other = await freshFirm()
    const known = (await contactOf(firm)).email
    const withoutLogin = (await contactOf(firm, { login: false })).email
    const elsewhere = (await contactOf(other)).email
    const answers = []
    for (const email of [known, withoutLogin, elsewhere, freshAddress()]) answers.push(await ask(firm, email))
    for (const { status, body } of answers) expect([status, body]).toEqual([202, { minutes: 15 }])
    const entries = await firm.run((tx) => tx.db.selectFrom('outbox_entries').select(['kind', 'state']).execute())
    expect(entries).toEqual(answers.map(() => ({ kind: 'sign_in_link', state: 'waiting' })))
    await firm.drain()
    const mails = await firm.run((tx) => tx.db.selectFrom('mails').select(['kind', 'to_email', 'state']).execute())
    expect(mails).toEqual([{ kind: 'sign_in_link', to_email: known, state: 'captured' }])
  })

  test('the mail is in the contact’s language, and Notify has no say in it (D-16)', async () => {
    const firm = await freshFirm()
    const { email } = await contactOf(firm, { locale: 'nl' })
    await tokenFor(firm, email)
    const mail = await firm.run((tx) => tx.db.selectFrom('mails').select(['locale', 'subject']).execute())
    expect(mail).toEqual([{ locale: 'nl', subject: 'Uw inloglink voor Hollis & Vane' }])
  })

  test('a sixth mail to one address within a quarter of an hour is not sent, known or not', async () => {
    const firm = await freshFirm()
    for (const email of [(await contactOf(firm)).email, freshAddress()]) {
      for (let i = 0; i < 5; i++) expect((await ask(firm, email)).status).toBe(202)
      expect((await ask(firm, email)).problem.code).toBe('too_many_attempts')
      expect((await ask(firm, freshAddress())).status).toBe(202)
    }
  })

  test('the link is for the firm that was asked, and shows only what Login is on for there', async () => {
    const firm = await freshFirm()
    const other = await freshFirm()
    const email = freshAddress()
    const here = await contactOf(firm, { email })
    await contactOf(firm, { email, login: false })
    await contactOf(other, { email })
    const browser = await visitor()
    const token = await tokenFor(firm, email)
    expect((await browser.send(identityContract.enterPortal, { body: { token } })).body.slug).toBe(firm.slug)
    const session = (await browser.send(identityContract.getSession)).body
    expect(session.kind === 'client' && session.accounts.map((account) => account.id)).toEqual([here.accountId])
  })

  test('Login switched off ends it at once: no entry with a link, none with a session', async () => {
    const firm = await freshFirm()
    const { email } = await contactOf(firm)
    const browser = await visitor()
    await browser.send(identityContract.enterPortal, { body: { token: await tokenFor(firm, email) } })
    firm.system.clock.advance(1000)
    const second = await tokenFor(firm, email)
    await firm.run((tx) => tx.db.updateTable('contact_settings').set({ login: false }).execute())
    expect((await browser.send(identityContract.getSession)).status).toBe(401)
    expect((await enter(second)).problem.code).toBe('link_expired')
  })

  test('an archived client counts for nothing', async () => {
    const firm = await freshFirm()
    const { email } = await contactOf(firm)
    await firm.run((tx) => tx.db.updateTable('accounts').set({ state: 'archived' }).execute())
    await ask(firm, email)
    await firm.drain()
    expect(await mailedToken(email)).toBeNull()
  })

  test('a client’s session opens nothing of the staff’s', async () => {
    const firm = await freshFirm()
    const { email } = await contactOf(firm)
    const browser = await visitor()
    await browser.send(identityContract.enterPortal, { body: { token: await tokenFor(firm, email) } })
    for (const endpoint of [teamContract.listTeam, firmsContract.getFirm]) {
      expect((await browser.send(endpoint)).status).toBe(404)
    }
    const secret = { body: { password: 'whatever it may be' } }
    expect((await browser.send(identityContract.startSecondFactor, secret)).status).toBe(404)
    const body = { firmId: firm.firmId }
    expect((await browser.send(identityContract.switchFirm, { body })).status).toBe(404)
  })

  test('a staff link’s token is none for clients, and the other way round', async () => {
    const firm = await freshFirm()
    const { email } = await contactOf(firm)
    const token = await tokenFor(firm, email)
    const browser = await visitor()
    const asMember = await browser.send(identityContract.enterByMemberLink, { body: { token } })
    expect(asMember.problem.code).toBe('link_expired')
    const password = 'another good password'
    const asReset = await browser.send(identityContract.resetPassword, { body: { token, password } })
    expect(asReset.problem.code).toBe('link_expired')
    expect((await enter(token)).status).toBe(200)
  })
})

describe('whose portal it is', () => {
  test('says name, colour and language to anybody, and nothing else', async () => {
    const firm = await freshFirm({ locale: 'sv' })
    const { body } = await (await visitor()).send(firmsContract.getPortalFirm, { params: { slug: firm.slug } })
    expect(body).toEqual({ slug: firm.slug, name: 'Hollis & Vane', color: '#1f6b57', locale: 'sv' })
  })

  test('an address of nobody is not found, and no mail can be asked for there', async () => {
    const browser = await visitor()
    const params = { slug: 'no-such-firm' }
    expect((await browser.send(firmsContract.getPortalFirm, { params })).status).toBe(404)
    const body = { email: freshAddress() }
    expect((await browser.send(identityContract.askForSignInLink, { params, body })).status).toBe(404)
  })
})

async function ask(firm: TestFirm, email: string) {
  const params = { slug: firm.slug }
  return (await visitor()).send(identityContract.askForSignInLink, { params, body: { email } })
}

async function tokenFor(firm: TestFirm, email: string): Promise<string> {
  await ask(firm, email)
  await firm.drain()
  return (await mailedToken(email)) ?? ''
}

async function enter(token: string) {
  return (await visitor()).send(identityContract.enterPortal, { body: { token } })
}

/** Holds every link until all calls wait for it, so that none is done before another began. */
async function atOnce<Answer>({ system }: TestFirm, calls: (() => Promise<Answer>)[]): Promise<Answer[]> {
  const started = await system.maintenance.transaction().execute(async (db) => {
    await sql`select from auth.verifications for update`.execute(db)
    const running = calls.map((call) => call())
    for (let waiting = 0; waiting < calls.length; ) {
      const { rows } = await sql<{ waiting: number }>`
        with recursive held(pid) as (
          select pg_backend_pid()
          union select l.pid from held join pg_locks l on not l.granted and held.pid = any(pg_blocking_pids(l.pid)))
        select count(*)::int - 1 as waiting from held`.execute(db)
      waiting = rows[0]!.waiting
    }
    return { running }
  })
  return Promise.all(started.running)
}
