import { describe, expect, test } from 'vitest'
import { hire, PASSWORD, signUp } from '../../../test/support/newcomers.ts'
import { appCode, type Visitor, visitor } from '../../../test/support/visitor.ts'
import { firmsContract } from '../firms/contract.ts'
import { teamContract } from '../team/contract.ts'
import { identityContract } from './contract.ts'

describe('SEC-1: the second factor of a team member', () => {
  test('is asked for once the app proved that it has the secret, not before', async () => {
    const { browser, email } = await signUp()
    const { secret, uri, backupCodes } = await start(browser)
    expect(uri).toMatch(/^otpauth:\/\/totp\/Throughline:/)
    expect(new Set(backupCodes).size).toBe(10)
    expect((await signIn(await visitor(), email)).body.state).toBe('signed_in')
    const wrong = await browser.send(identityContract.confirmSecondFactor, { body: { code: '000000' } })
    expect([wrong.status, wrong.problem.code]).toEqual([422, 'code_wrong'])
    expect(await confirm(browser, secret)).toBe(204)
    expect(await stateOf(browser)).toBe('on')

    const elsewhere = await visitor()
    expect((await signIn(elsewhere, email)).body).toEqual({ state: 'second_factor', firms: [] })
    expect((await elsewhere.send(identityContract.getSession)).status).toBe(401)
    const given = await giveCode(elsewhere, ` ${appCode(secret).slice(0, 3)} ${appCode(secret).slice(3)} `)
    expect(given.body.state).toBe('signed_in')
    expect(await stateOf(elsewhere)).toBe('on')
  })

  test('the session gets a new token when it is switched on', async () => {
    const { browser } = await signUp()
    const before = browser.cookies.get('throughline.session_token')!
    await confirm(browser, (await start(browser)).secret)
    expect(browser.cookies.get('throughline.session_token')).not.toBe(before)
    const old = await visitor()
    old.cookies.set('throughline.session_token', before)
    expect((await old.send(identityContract.getSession)).status).toBe(401)
  })

  test('a backup code works once, and new ones end the old', async () => {
    const { browser, email, backupCodes } = await enrolled()
    const [first, second] = backupCodes as [string, string]
    expect((await signInWith(email, first)).body.state).toBe('signed_in')
    expect((await signInWith(email, first)).problem.code).toBe('code_wrong')
    const renewed = await browser.send(identityContract.renewBackupCodes, { body: { password: PASSWORD } })
    expect(renewed.status).toBe(201)
    expect((await signInWith(email, second)).problem.code).toBe('code_wrong')
    expect((await signInWith(email, renewed.body.backupCodes[0]!)).body.state).toBe('signed_in')
  })

  test('the code alone is worth nothing: without the password before it, or with another’s session', async () => {
    const { browser, secret } = await enrolled()
    const nobody = await visitor()
    expect((await giveCode(nobody, appCode(secret))).problem.code).toBe('not_signed_in')
    expect((await giveCode(browser, appCode(secret))).problem.code).toBe('not_signed_in')
  })

  test('five wrong codes end the attempt, ten in a row lock the second factor', async () => {
    const { email, secret } = await enrolled()
    for (const attempt of [1, 2]) {
      const browser = await visitor()
      await signIn(browser, email)
      for (let i = 0; i < 5; i++) expect((await giveCode(browser, '000000')).status, `${attempt}.${i}`).toBe(422)
      const ended = await giveCode(browser, appCode(secret))
      expect([ended.status, ended.problem.code]).toEqual([429, 'too_many_attempts'])
    }
    expect((await signInWith(email, appCode(secret))).problem.code).toBe('too_many_attempts')
  })

  test('beginning, ending and new codes take the password; guessing it locks', async () => {
    const { browser } = await signUp()
    for (let i = 0; i < 10; i++) {
      const { problem } = await browser.send(identityContract.startSecondFactor, { body: { password: `guess ${i}` } })
      expect(problem.fields).toEqual([{ path: 'password', code: 'not_your_password' }])
    }
    const locked = await browser.send(identityContract.startSecondFactor, { body: { password: PASSWORD } })
    expect(locked.problem.code).toBe('too_many_attempts')
  })

  test('it can be switched off again, and then be set up anew', async () => {
    const { browser, email } = await enrolled()
    const again = await browser.send(identityContract.startSecondFactor, { body: { password: PASSWORD } })
    expect(again.problem.code).toBe('conflict')
    const off = await browser.send(identityContract.removeSecondFactor, { body: { password: PASSWORD } })
    expect(off.status).toBe(204)
    expect(await stateOf(browser)).toBe('off')
    expect((await signIn(await visitor(), email)).body.state).toBe('signed_in')
    expect(await confirm(browser, (await start(browser)).secret)).toBe(204)
  })
})

describe('SEC-1: a firm that requires it', () => {
  test('whoever switches it on has one already', async () => {
    const { browser } = await signUp()
    const refused = await require(browser)
    expect(refused.problem.fields).toEqual([{ path: 'secondFactorRequired', code: 'own_second_factor_first' }])
    await confirm(browser, (await start(browser)).secret)
    expect((await require(browser)).status).toBe(200)
  })

  test('a member without one may set it up, sign out or go to another firm, and nothing else', async () => {
    const { browser } = await enrolled()
    const { browser: member } = await hire(browser, 'employee')
    expect((await require(browser)).status).toBe(200)
    expect(await stateOf(member)).toBe('missing')
    const refused = await member.send(teamContract.listTeam)
    expect([refused.status, refused.problem.code]).toEqual([403, 'second_factor_required'])
    expect((await member.send(firmsContract.getFirm)).problem.code).toBe('second_factor_required')
    const { secret } = await start(member)
    expect((await member.send(teamContract.listTeam)).status).toBe(403)
    expect(await confirm(member, secret)).toBe(204)
    expect((await member.send(teamContract.listTeam)).status).toBe(200)
  })

  test('nobody does without it while it is required', async () => {
    const { browser } = await enrolled()
    await require(browser)
    const refused = await browser.send(identityContract.removeSecondFactor, { body: { password: PASSWORD } })
    expect([refused.problem.code, refused.problem.detail]).toEqual(['conflict', { firm: 'Lindqvist & Daughters' }])
  })
})

async function enrolled() {
  const { browser, email } = await signUp()
  const { secret, backupCodes } = await start(browser)
  await confirm(browser, secret)
  return { browser, email, secret, backupCodes }
}

async function start(browser: Visitor) {
  return (await browser.send(identityContract.startSecondFactor, { body: { password: PASSWORD } })).body
}

async function confirm(browser: Visitor, secret: string) {
  return (await browser.send(identityContract.confirmSecondFactor, { body: { code: appCode(secret) } })).status
}

async function stateOf(browser: Visitor) {
  const { body } = await browser.send(identityContract.getSession)
  return body.kind === 'member' && body.secondFactor
}

async function signIn(browser: Visitor, email: string) {
  return browser.send(identityContract.signIn, { body: { email, password: PASSWORD } })
}

async function giveCode(browser: Visitor, code: string) {
  return browser.send(identityContract.giveSecondFactor, { body: { code } })
}

async function signInWith(email: string, code: string) {
  const browser = await visitor()
  await signIn(browser, email)
  return giveCode(browser, code)
}

async function require(browser: Visitor) {
  const { revision } = (await browser.send(firmsContract.getFirm)).body
  const headers = { 'if-match': `"${revision}"` }
  return browser.send(firmsContract.changeFirm, { body: { secondFactorRequired: true }, headers })
}
