import { getMigrations } from 'better-auth/db/migration'
import { describe, expect, test } from 'vitest'
import { freshFirm, stranger } from '../../../test/support/firm.ts'
import { freshAddress, PASSWORD, signUp, signUpForm } from '../../../test/support/newcomers.ts'
import { testSystem } from '../../../test/support/system.ts'
import { type Visitor, visitor } from '../../../test/support/visitor.ts'
import { activityContract } from '../activity/contract.ts'
import { firmsContract } from '../firms/contract.ts'
import { teamContract } from '../team/contract.ts'
import { identityContract } from './contract.ts'
import { PASSWORD_FROM_IP, PASSWORD_OF_ADDRESS } from './limits.ts'
import { loginLibrary } from './login-library.ts'

const COOKIE = 'throughline.session_token'
const HOUR = 3_600_000

test('the login library finds every table and column it wants under our names', async () => {
  const { source } = await testSystem()
  const { toBeCreated, toBeAdded } = await getMigrations(loginLibrary(source.server).options)
  expect({ toBeCreated, toBeAdded }).toEqual({ toBeCreated: [], toBeAdded: [] })
})

describe('a firm signs up', () => {
  test('its owner is signed in at once, with every right, and a cookie that scripts cannot read', async () => {
    const { browser, answer } = await signUp({ firmName: 'Vermeer & Zn.' })
    expect(answer.status).toBe(201)
    expect(answer.body).toMatchObject({ state: 'signed_in', firms: [{ name: 'Vermeer & Zn.' }] })
    expect(answer.body.slug).toMatch(/^vermeer-zn(-\d+)?$/)
    expect(answer.headers.getSetCookie()[0]).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/i)
    const session = await whoAmI(browser)
    expect(session).toMatchObject({ kind: 'member', secondFactor: 'off', otherFirms: [] })
    expect(session).toMatchObject({ firm: { timeZone: 'Europe/Amsterdam', locale: 'nl', color: '#1f6b57' } })
    expect(session.kind === 'member' && session.member).toMatchObject({
      role: 'owner',
      name: 'Mara Lindqvist',
      locale: 'nl',
    })
    expect(session.kind === 'member' && session.member.rights).toContain('manage_pipelines')
  })

  test('two firms of one name get two addresses', async () => {
    const name = `Kanzlei Müßig ${freshAddress().slice(0, 6)}`
    const [one, two] = [await signUp({ firmName: name }), await signUp({ firmName: name })]
    expect(one.answer.body.slug).toMatch(/^kanzlei-mussig-[0-9a-f]{6}$/)
    expect(two.answer.body.slug).toBe(`${one.answer.body.slug}-2`)
  })

  test('a double submit opens one firm', async () => {
    const browser = await visitor()
    const body = signUpForm({ firmName: 'Twice' })
    const answers = await Promise.all([1, 2].map(() => browser.send(teamContract.signUp, { body })))
    expect(answers.map((answer) => answer.status)).toEqual([201, 201])
    expect(answers[0]!.body.firms[0]!.id).toBe(answers[1]!.body.firms[0]!.id)
    expect(await whoAmI(browser)).toMatchObject({ otherFirms: [] })
  })

  test('an address that has a login needs its password, and then owns both firms', async () => {
    const { email } = await signUp()
    const wrong = await signUp({ email, firmName: 'Second', password: 'something else entirely' })
    expect(wrong.answer.status).toBe(422)
    expect(wrong.answer.problem.fields).toEqual([{ path: 'password', code: 'not_your_password' }])
    expect((await signUp({ email, firmName: 'Second' })).answer.body.firms).toHaveLength(2)
  })

  test('a client’s address cannot be taken over by signing up with it', async () => {
    const { source } = await testSystem()
    const email = freshAddress()
    await source.db.insertInto('auth.identities').values({ name: 'Sanne', email, email_verified: true }).execute()
    const { answer } = await signUp({ email })
    expect(answer.problem.fields).toEqual([{ path: 'email', code: 'address_taken' }])
  })

  test.each([
    [{ password: 'short' }, 'password', 'too_small_text'],
    [{ password: 'x'.repeat(129) }, 'password', 'too_big_text'],
    [{ password: 'aaaaaaaaaaaaaaaa' }, 'password', 'password_repeats'],
    [{ email: 'mail.address@example.com', password: 'Mail.Address@example.com' }, 'password', 'password_is_email'],
    [{ email: 'nobody' }, 'email', 'invalid_email'],
    [{ firmName: '   ' }, 'firmName', 'required'],
    [{ timeZone: 'Europe/Atlantis' }, 'timeZone', 'not_a_time_zone'],
    [{ locale: 'fr' }, 'locale', 'invalid_value'],
    [{ firmId: '018f0000-0000-7000-8000-000000000000' }, 'firmId', 'unknown_field'],
  ])('%j is refused at %s', async (wrong, path, code) => {
    const { answer } = await signUp(wrong)
    expect(answer.status).toBe(422)
    expect(answer.problem.fields).toEqual([expect.objectContaining({ path, code })])
  })
})

describe('a team member signs in', () => {
  test('with the password, whatever the case of the address, for twelve hours', async () => {
    const system = await testSystem()
    const { email } = await signUp()
    const browser = await visitor()
    expect((await signIn(browser, email.toUpperCase())).body.state).toBe('signed_in')
    system.clock.advance(12 * HOUR - 1000)
    expect((await whoAmI(browser)).kind).toBe('member')
    system.clock.advance(2000)
    expect((await browser.send(identityContract.getSession)).problem.code).toBe('not_signed_in')
  })

  test('AUD-2: and the owner reads that in the activity, with from where', async () => {
    const { browser, email } = await signUp()
    const headers = { 'user-agent': 'Firefox on a train' }
    const body = { email, password: PASSWORD }
    await (await visitor()).send(identityContract.signIn, { body, headers })
    const { body: told } = await browser.send(activityContract.listActivity, { query: { kind: 'member' } })
    expect(told.items[0]).toMatchObject({
      type: 'member.signedIn',
      actor: { name: 'Mara Lindqvist' },
      origin: { userAgent: 'Firefox on a train' },
    })
  })

  test('wrong password, unknown address and no password at all are told alike', async () => {
    const { email } = await signUp()
    const { source } = await testSystem()
    const client = freshAddress()
    await source.db.insertInto('auth.identities').values({ name: 'S', email: client, email_verified: true }).execute()
    const browser = await visitor()
    for (const typed of [email, freshAddress(), client]) {
      const { status, problem } = await signIn(browser, typed, 'not the password')
      expect([status, problem.code, problem.fields]).toEqual([401, 'wrong_credentials', []])
    }
    expect(browser.cookies.size).toBe(0)
  })

  test('signing out ends the session, not only the cookie', async () => {
    const { browser } = await signUp()
    const stolen = new Map(browser.cookies)
    expect((await browser.send(identityContract.signOut)).status).toBe(204)
    expect(browser.cookies.has(COOKIE)).toBe(false)
    browser.cookies.set(COOKIE, stolen.get(COOKIE)!)
    expect((await browser.send(identityContract.getSession)).status).toBe(401)
    expect((await (await visitor()).send(identityContract.signOut)).status).toBe(204)
  })

  test('a form on another site cannot sign anybody in', async () => {
    const { email } = await signUp()
    const headers = { 'sec-fetch-site': 'cross-site' }
    const body = { email, password: PASSWORD }
    const { problem } = await (await visitor()).send(identityContract.signIn, { body, headers })
    expect(problem.code).toBe('cross_site')
  })

  test('who is on no team any more does not get in', async () => {
    const { browser, email } = await signUp()
    const { maintenance } = await testSystem()
    const session = await whoAmI(browser)
    await maintenance
      .updateTable('team_members')
      .set({ state: 'deactivated' })
      .where('firm_id', '=', session.firm.id)
      .execute()
    expect((await browser.send(identityContract.getSession)).status).toBe(401)
    const again = await visitor()
    expect((await signIn(again, email)).problem.code).toBe('wrong_credentials')
    expect(again.cookies.size).toBe(0)
  })
})

describe('guessing', () => {
  test('ten wrong passwords lock an address for a quarter of an hour, the right one included', async () => {
    const system = await testSystem()
    const { email } = await signUp()
    for (let i = 0; i < PASSWORD_OF_ADDRESS.tries; i++) {
      expect((await signIn(await visitor(), email, `guess number ${i}`)).status).toBe(401)
    }
    const locked = await signIn(await visitor(), email)
    expect([locked.status, locked.problem.code]).toEqual([429, 'too_many_attempts'])
    expect(locked.problem.detail.seconds).toBeLessThanOrEqual(900)
    expect((await signIn(await visitor(), freshAddress(), PASSWORD)).status).toBe(401)
    system.clock.advance(15 * 60_000)
    expect((await signIn(await visitor(), email)).body.state).toBe('signed_in')
  })

  test('guesses at the same moment are counted, too', async () => {
    const { email } = await signUp()
    const guesses = Array.from(
      { length: 14 },
      async () => (await signIn(await visitor(), email, 'a wrong guess')).status,
    )
    const statuses = await Promise.all(guesses)
    expect(statuses.filter((status) => status === 401)).toHaveLength(PASSWORD_OF_ADDRESS.tries)
  })

  test('a right password does not count, so nobody is locked out by working', async () => {
    const { email } = await signUp()
    for (let i = 0; i < PASSWORD_OF_ADDRESS.tries + 2; i++) {
      expect((await signIn(await visitor(), email)).status).toBe(200)
    }
  })

  test('one machine that tries many addresses is stopped, others are not', async () => {
    const { source } = await testSystem()
    const guesser = await visitor()
    const key = `${PASSWORD_FROM_IP.name}/${guesser.ip}`
    const count = { count: PASSWORD_FROM_IP.tries, last_request: source.now().getTime() }
    await source.db
      .insertInto('auth.rate_limits')
      .values({ key, ...count })
      .execute()
    expect((await signIn(guesser, freshAddress(), 'a wrong guess')).status).toBe(429)
    expect((await signIn(await visitor(), freshAddress(), 'a wrong guess')).status).toBe(401)
  })
})

describe('a login in two firms', () => {
  test('enters the one it was in last, and switches only to those it belongs to', async () => {
    const { browser, email } = await signUp({ firmName: 'First' })
    const second = await signUp({ email, firmName: 'Second' })
    const [own, other] = second.answer.body.firms
    expect([own!.name, other!.name]).toEqual(['Second', 'First'])
    expect(await whoAmI(browser)).toMatchObject({ firm: { name: 'First' }, otherFirms: [{ name: 'Second' }] })

    const system = await testSystem()
    system.clock.advance(1000)
    expect((await browser.send(identityContract.switchFirm, { body: { firmId: own!.id } })).status).toBe(204)
    expect(await whoAmI(browser)).toMatchObject({ firm: { name: 'Second' } })

    const stranger = await freshFirm()
    const refused = await browser.send(identityContract.switchFirm, { body: { firmId: stranger.firmId } })
    expect(refused.status).toBe(404)
    expect(await whoAmI(browser)).toMatchObject({ firm: { name: 'Second' } })
    system.clock.advance(1000)
    expect((await signIn(await visitor(), email)).body.firms.map((firm) => firm.name)).toEqual(['Second', 'First'])
  })

  test('no header, parameter, body or cookie value chooses another firm', async () => {
    const victim = await freshFirm({ name: 'Victim' })
    const { browser } = await signUp({ firmName: 'Mine' })
    browser.cookies.set('firm_id', victim.firmId)
    browser.cookies.set('app.firm_id', victim.firmId)
    const headers = { 'x-firm-id': victim.firmId, 'x-forwarded-host': victim.slug, 'x-tenant': victim.firmId }
    const query = { firmId: victim.firmId, firm_id: victim.firmId, 'app.firm_id': victim.firmId }
    const asked = await browser.send(firmsContract.getFirm, { headers, query })
    expect(asked.body.name).toBe('Mine')
    const body = { name: 'Taken', firmId: victim.firmId }
    const changed = await browser.send(firmsContract.changeFirm, { body, headers: { 'if-match': '"1"' } })
    expect(changed.problem.fields).toEqual([{ path: 'firmId', code: 'unknown_field' }])
    expect(await victim.owner.call(firmsContract.getFirm)).toMatchObject({ name: 'Victim' })
  })

  test.each(['', 'x', '.', 'a.b.c', '%', '%00', "' or 1=1 --", 'null', 'undefined.undefined'])(
    'the cookie value %j is nobody',
    async (value) => {
      const browser = await visitor()
      browser.cookies.set(COOKIE, value)
      const { status, problem } = await browser.send(identityContract.getSession)
      expect([status, problem.code]).toEqual([401, 'not_signed_in'])
    },
  )
})

test('nobody signed in is told so', async () => {
  expect((await (await stranger()).send(identityContract.getSession)).problem.code).toBe('not_signed_in')
})

async function signIn(browser: Visitor, email: string, password = PASSWORD) {
  return browser.send(identityContract.signIn, { body: { email, password } })
}

async function whoAmI(browser: Visitor) {
  return (await browser.send(identityContract.getSession)).body
}
