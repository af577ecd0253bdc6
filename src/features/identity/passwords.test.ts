import { describe, expect, test } from 'vitest'
import { freshAddress, PASSWORD, signUp } from '../../../test/support/newcomers.ts'
import { testSystem } from '../../../test/support/system.ts'
import { appCode, type Visitor, visitor } from '../../../test/support/visitor.ts'
import { identityContract } from './contract.ts'
import { issueLink } from './links.ts'
import { loginsAt } from './login-library.ts'

const NEXT = 'a quite different sentence'

describe('changing one’s own password', () => {
  test('ends every other session, keeps this one, and the old password is worth nothing', async () => {
    const { browser, email } = await signUp()
    const elsewhere = await visitor()
    await signIn(elsewhere, email, PASSWORD)
    expect((await change(browser, PASSWORD, NEXT)).status).toBe(204)
    expect((await browser.send(identityContract.getSession)).status).toBe(200)
    expect((await elsewhere.send(identityContract.getSession)).status).toBe(401)
    expect((await signIn(await visitor(), email, PASSWORD)).status).toBe(401)
    expect((await signIn(await visitor(), email, NEXT)).status).toBe(200)
  })

  test.each([
    ['wrong one', NEXT, 'current', 'not_your_password'],
    [PASSWORD, 'short', 'next', 'too_small_text'],
    [PASSWORD, 'abababababab', 'next', 'password_repeats'],
  ])('%j → %j is refused at %s', async (current, next, path, code) => {
    const { browser } = await signUp()
    const { status, problem } = await change(browser, current, next)
    expect([status, problem.fields]).toEqual([422, [expect.objectContaining({ path, code })]])
  })

  test('the current one cannot be guessed at an open screen', async () => {
    const { browser } = await signUp()
    for (let i = 0; i < 10; i++) expect((await change(browser, `guess ${i}`, NEXT)).status).toBe(422)
    expect((await change(browser, PASSWORD, NEXT)).problem.code).toBe('too_many_attempts')
  })
})

describe('a forgotten password', () => {
  test('asking is answered alike for every address; without a mail server no admin can read the link', async () => {
    const { email, answer } = await signUp()
    for (const typed of [email, freshAddress()]) {
      const asked = await (await visitor()).send(identityContract.askForPasswordReset, { body: { email: typed } })
      expect([asked.status, asked.body]).toEqual([202, { minutes: 60 }])
    }
    const { maintenance } = await testSystem()
    const mails = await maintenance
      .selectFrom('mails')
      .select('kind')
      .where('firm_id', '=', answer.body.firms[0]!.id)
      .execute()
    expect(mails).toEqual([])
  })

  test('the link sets a new one, once, and ends every session', async () => {
    const { browser, email, token } = await withLink()
    const opened = await (await visitor()).send(identityContract.getMailedLink, { params: { token } })
    expect(opened.body).toEqual({ purpose: 'password_reset', name: 'Mara Lindqvist' })
    expect((await reset(token, 'short')).status).toBe(422)
    expect((await reset(token, email)).problem.fields).toEqual([{ path: 'password', code: 'password_is_email' }])
    expect((await reset(token, NEXT)).status).toBe(204)
    expect((await reset(token, 'and yet another one')).problem.code).toBe('link_used')
    expect((await browser.send(identityContract.getSession)).status).toBe(401)
    expect((await signIn(await visitor(), email, NEXT)).status).toBe(200)
  })

  test('it works for an hour', async () => {
    const { token } = await withLink()
    const { clock } = await testSystem()
    clock.advance(60 * 60_000)
    expect((await reset(token, NEXT)).problem.code).toBe('link_expired')
  })

  test('a lockout ends with it', async () => {
    const { email, token } = await withLink()
    for (let i = 0; i < 11; i++) await signIn(await visitor(), email, `guess number ${i}`)
    expect((await signIn(await visitor(), email, PASSWORD)).status).toBe(429)
    await reset(token, NEXT)
    expect((await signIn(await visitor(), email, NEXT)).status).toBe(200)
  })

  test('the second factor stays where the address was proven before, and goes where anyone could have set it', async () => {
    for (const proven of [true, false]) {
      const { browser, email, token } = await withLink()
      const { source } = await testSystem()
      await source.db
        .updateTable('auth.identities')
        .set({ email_verified: proven })
        .where('email', '=', email)
        .execute()
      const { body } = await browser.send(identityContract.startSecondFactor, { body: { password: PASSWORD } })
      await browser.send(identityContract.confirmSecondFactor, { body: { code: appCode(body.secret) } })
      await reset(token, NEXT)
      const state = (await signIn(await visitor(), email, NEXT)).body.state
      expect(state).toBe(proven ? 'second_factor' : 'signed_in')
    }
  })
})

async function withLink() {
  const { browser, email, answer } = await signUp()
  const { source } = await testSystem()
  const firmId = answer.body.firms[0]!.id as never
  const link = { purpose: 'password_reset', firmId, email, name: 'Mara Lindqvist' } as const
  return { browser, email, token: await issueLink(loginsAt(source), link, 60) }
}

async function change(browser: Visitor, current: string, next: string) {
  return browser.send(identityContract.changePassword, { body: { current, next } })
}

async function reset(token: string, password: string) {
  return (await visitor()).send(identityContract.resetPassword, { body: { token, password } })
}

async function signIn(browser: Visitor, email: string, password: string) {
  return browser.send(identityContract.signIn, { body: { email, password } })
}
