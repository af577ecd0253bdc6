import { describe, expect, test } from 'vitest'
import type { OrganizerId } from '#kernel/ids.ts'
import {
  type Caller,
  callerWith,
  freshFirm,
  signInClient,
  stranger,
  type TestFirm,
} from '../../../test/support/firm.ts'
import {
  answer,
  attach,
  eventsOf,
  fillIntake,
  mailsOf,
  newTemplate,
  sendTo,
  tokenMailedTo,
} from '../../../test/support/organizer.ts'
import { newAccount } from '../../../test/support/pipeline.ts'
import { organizersContract } from './contract.ts'

const DAY = 86_400_000
const MINUTE = 60_000

type Mailed = { firm: TestFirm; id: OrganizerId; email: string; token: string }

async function mailed(contact: { login?: boolean } = {}): Promise<Mailed> {
  const firm = await freshFirm()
  const email = `sanne-${firm.slug}@example.com`
  const id = await sendTo(firm, await newTemplate(firm), await newAccount(firm, 'Vermeer', { email, ...contact }))
  return { firm, id, email, token: await tokenMailedTo(firm, email) }
}

const look = (caller: Caller, token: string) => caller.call(organizersContract.getTodoLink, { params: { token } })

const confirm = (caller: Caller, token: string, code?: string) =>
  caller.send(organizersContract.confirmTodoLink, { params: { token }, body: code === undefined ? {} : { code } })

const askCode = (caller: Caller, token: string) => caller.send(organizersContract.mailTodoCode, { params: { token } })

const renew = (caller: Caller, token: string) => caller.send(organizersContract.renewTodoLink, { params: { token } })

/** The browser after an answer that set cookies; all of them carry the same value. */
function withCookies(firm: TestFirm, { headers }: { headers: Headers }): Caller {
  return callerWith(firm.system, headers.getSetCookie()[0]!.split(';')[0]!)
}

async function codeMailed(firm: TestFirm): Promise<string> {
  return ((await mailsOf(firm, 'todo_code')).at(-1)!.params as { code: string }).code
}

const otherThan = (code: string) => (code === '000000' ? '000001' : '000000')

describe('the first device', () => {
  test('D-12: looking binds nothing and tells no more than the mail did', async () => {
    const { firm, token } = await mailed()
    const scanner = await stranger()
    for (let i = 0; i < 3; i++) {
      expect(await look(scanner, token)).toMatchObject({
        firm: { name: 'Hollis & Vane' },
        locale: 'en',
        organizerName: 'Intake',
        accountName: null,
        sentTo: expect.stringMatching(/^s•••.@example\.com$/),
        state: 'free',
        organizerId: null,
      })
    }
    expect(await eventsOf(firm, 'todo_link.confirmed')).toEqual([])
  })

  test('D-12: confirmed, it opens that organizer with Login off, from first answer to submission', async () => {
    const { firm, id, token } = await mailed({ login: false })
    const confirmed = await confirm(await stranger(), token)
    expect(confirmed.body).toEqual({ organizerId: id })
    const device = withCookies(firm, confirmed)
    await fillIntake(device, id)
    const submitted = await device.send(organizersContract.submitOrganizer, { params: { id } })
    expect(submitted.status).toBe(200)
    expect(await eventsOf(firm, 'organizer.submitted')).toMatchObject([
      { actor_kind: 'contact', actor_name: 'Vermeer Client' },
    ])
  })

  test('D-12: and nothing else', async () => {
    const { firm, id, token } = await mailed()
    const { accountId } = await firm.owner.call(organizersContract.getOrganizer, { params: { id } })
    const sibling = await sendTo(firm, await newTemplate(firm, { name: 'Other' }), accountId)
    const device = withCookies(firm, await confirm(await stranger(), token))
    expect((await device.send(organizersContract.getPortalOrganizer, { params: { id: sibling } })).status).toBe(404)
    expect((await device.send(organizersContract.listPortalOrganizers)).status).toBe(404)
    expect((await device.send(organizersContract.getOrganizer, { params: { id } })).status).toBe(404)
    expect((await device.send(organizersContract.listOrganizers)).status).toBe(404)
  })

  test('its cookies go to the paths of that organizer and that link only, out of reach of scripts', async () => {
    const { id, token } = await mailed()
    const cookies = (await confirm(await stranger(), token)).headers.getSetCookie()
    expect(cookies.map((cookie) => /Path=([^;]+)/.exec(cookie)?.[1])).toEqual([
      `/api/v1/portal/organizers/${id}`,
      `/api/v1/todo-links/${token}`,
    ])
    for (const cookie of cookies) expect(cookie).toMatch(/Max-Age=604800; HttpOnly; SameSite=Strict/)
  })

  test('confirming again on the same device changes nothing', async () => {
    const { firm, token } = await mailed()
    const device = withCookies(firm, await confirm(await stranger(), token))
    expect((await confirm(device, token)).status).toBe(200)
    expect(await look(device, token)).toMatchObject({ state: 'here', organizerId: expect.any(String) })
    expect(await eventsOf(firm, 'todo_link.confirmed')).toHaveLength(1)
  })

  test('of two devices that confirm at the same moment one gets it', async () => {
    const { token } = await mailed()
    const both = await Promise.all([confirm(await stranger(), token), confirm(await stranger(), token)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 403])
    expect(both.find(({ status }) => status === 403)!.problem.code).toBe('other_device')
  })

  test('a team member of the firm who tries the link in his own browser opens it too', async () => {
    const { firm, id, token } = await mailed()
    const confirmed = await confirm(firm.owner, token)
    const held = confirmed.headers.getSetCookie()[0]!.split(';')[0]!
    const both = callerWith(firm.system, `${firm.owner.cookie}; ${held}`)
    expect((await both.send(organizersContract.getPortalOrganizer, { params: { id } })).status).toBe(200)
  })
})

describe('a further device', () => {
  test('D-12: opens it with the code from the mail, and the first keeps it', async () => {
    const { firm, id, token } = await mailed()
    const first = withCookies(firm, await confirm(await stranger(), token))
    const second = await stranger()
    expect(await look(second, token)).toMatchObject({ state: 'elsewhere', organizerId: null })
    expect((await confirm(second, token)).problem.code).toBe('other_device')
    expect((await askCode(second, token)).status).toBe(202)
    const opened = await confirm(second, token, await codeMailed(firm))
    expect(opened.status).toBe(200)
    for (const device of [first, withCookies(firm, opened)]) {
      expect((await device.send(organizersContract.getPortalOrganizer, { params: { id } })).status).toBe(200)
    }
  })

  test('a wrong code says how many tries are left; after five the right one helps no more', async () => {
    const { firm, token } = await mailed()
    await confirm(await stranger(), token)
    const second = await stranger()
    await askCode(second, token)
    const code = await codeMailed(firm)
    const left = []
    for (let i = 0; i < 5; i++) {
      const { status, problem } = await confirm(second, token, otherThan(code))
      left.push([status, problem.code, problem.detail.triesLeft])
    }
    expect(left).toEqual([4, 3, 2, 1, 0].map((tries) => [422, 'code_wrong', tries]))
    expect((await confirm(second, token, code)).problem.code).toBe('too_many_attempts')
  })

  test('tries at the same moment all count', async () => {
    const { firm, token } = await mailed()
    await confirm(await stranger(), token)
    const second = await stranger()
    await askCode(second, token)
    const wrong = otherThan(await codeMailed(firm))
    const tries = await Promise.all(Array.from({ length: 8 }, () => confirm(second, token, wrong)))
    expect(tries.filter(({ problem }) => problem.code === 'code_wrong')).toHaveLength(5)
    expect(tries.filter(({ problem }) => problem.code === 'too_many_attempts')).toHaveLength(3)
  })

  test('a code works for ten minutes and once; only its hash is kept', async () => {
    const { firm, token } = await mailed()
    await confirm(await stranger(), token)
    await askCode(await stranger(), token)
    const code = await codeMailed(firm)
    const rows = await firm.run((tx) => tx.db.selectFrom('todo_links').selectAll().execute())
    expect(JSON.stringify(rows)).not.toContain(`"${code}"`)
    firm.system.clock.advance(10 * MINUTE)
    const late = await confirm(await stranger(), token, code)
    expect(late.problem).toMatchObject({ code: 'code_wrong', fields: [{ path: 'code', code: 'code_expired' }] })
    await askCode(await stranger(), token)
    const fresh = await codeMailed(firm)
    expect((await confirm(await stranger(), token, fresh)).status).toBe(200)
    expect((await confirm(await stranger(), token, fresh)).status).toBe(422)
  })

  test('codes are mailed once a minute and ten times at most; none before anybody holds the link', async () => {
    const { firm, token } = await mailed()
    const caller = await stranger()
    expect((await askCode(caller, token)).problem.code).toBe('conflict')
    await confirm(await stranger(), token)
    const answers = []
    for (let i = 0; i < 11; i++) {
      answers.push((await askCode(caller, token)).status)
      if (i === 0) expect((await askCode(caller, token)).status).toBe(429)
      firm.system.clock.advance(MINUTE)
    }
    expect(answers).toEqual([...Array(10).fill(202), 429])
    expect(await mailsOf(firm, 'todo_code')).toHaveLength(10)
  })

  test.each(['12345', 'abcdef', '1234567'])('%j is no code at all', async (code) => {
    const { token } = await mailed()
    expect((await confirm(await stranger(), token, code)).problem.fields).toMatchObject([{ path: 'code' }])
  })
})

describe('an old link', () => {
  test('D-12: after seven days it opens nothing; a button mails a new one to the same address', async () => {
    const { firm, id, email, token } = await mailed({ login: false })
    const device = withCookies(firm, await confirm(await stranger(), token))
    await answer(device, id, { name: 'Sanne' })
    firm.system.clock.advance(7 * DAY)
    expect((await device.send(organizersContract.getPortalOrganizer, { params: { id } })).status).toBe(401)
    expect(await look(device, token)).toMatchObject({ state: 'expired', organizerId: null })
    expect((await confirm(device, token)).problem.code).toBe('link_expired')
    expect((await askCode(device, token)).problem.code).toBe('link_expired')
    expect((await renew(device, token)).status).toBe(202)
    const fresh = await tokenMailedTo(firm, email)
    expect(fresh).not.toBe(token)
    const again = withCookies(firm, await confirm(device, fresh))
    const read = await again.call(organizersContract.getPortalOrganizer, { params: { id } })
    expect(read.answers).toMatchObject([{ value: 'Sanne' }])
  })

  test('new ones come slowly and a few a day, so that nobody is flooded', async () => {
    const { firm, token } = await mailed()
    firm.system.clock.advance(8 * DAY)
    const caller = await stranger()
    expect([(await renew(caller, token)).status, (await renew(caller, token)).status]).toEqual([202, 429])
    const later = []
    for (let i = 0; i < 5; i++) {
      firm.system.clock.advance(3 * MINUTE)
      later.push((await renew(caller, token)).status)
    }
    expect(later).toEqual([202, 202, 202, 202, 429])
  })

  test('X-7: the renewal goes out although Notify is off by then: it was asked for', async () => {
    const { firm, token } = await mailed()
    await firm.run((tx) => tx.db.updateTable('contact_settings').set({ notify: false }).execute())
    firm.system.clock.advance(8 * DAY)
    await renew(await stranger(), token)
    await firm.drain()
    expect((await mailsOf(firm, 'organizer_sent')).map((mail) => mail.state)).toEqual(['dropped', 'captured'])
  })
})

describe('what closes a link', () => {
  test.each([
    ['the contact left the account', 'contact_settings'],
    ['the account is archived', 'accounts'],
  ] as const)('%s: not found, for the device that held it too', async (_, table) => {
    const { firm, id, token } = await mailed({ login: false })
    const device = withCookies(firm, await confirm(await stranger(), token))
    if (table === 'accounts') await firm.run((tx) => tx.db.updateTable('accounts').set({ state: 'archived' }).execute())
    else await firm.run((tx) => tx.db.deleteFrom('contact_settings').execute())
    const params = { token }
    expect((await device.send(organizersContract.getTodoLink, { params })).status).toBe(404)
    expect((await confirm(device, token)).status).toBe(404)
    expect((await renew(device, token)).status).toBe(404)
    expect((await device.send(organizersContract.getPortalOrganizer, { params: { id } })).status).toBe(401)
  })

  test('a token or a device that never was opens nothing', async () => {
    const { firm, id, token } = await mailed()
    await confirm(await stranger(), token)
    const never = 'x'.repeat(43)
    expect((await (await stranger()).send(organizersContract.getTodoLink, { params: { token: never } })).status).toBe(
      404,
    )
    const forged = callerWith(firm.system, `throughline.todo=${token}.${never}`)
    expect((await forged.send(organizersContract.getPortalOrganizer, { params: { id } })).status).toBe(401)
    expect(await look(forged, token)).toMatchObject({ state: 'elsewhere' })
  })
})

test('a signed-in client who sees the organizer is simply sent on; one who does not is not', async () => {
  const { firm, id, email, token } = await mailed()
  expect(await look(await signInClient(firm, email), token)).toMatchObject({ state: 'free', organizerId: id })
  const other = `other-${firm.slug}@example.com`
  await newAccount(firm, 'Stranger', { email: other })
  expect(await look(await signInClient(firm, other), token)).toMatchObject({ organizerId: null })
})

test('two links live side by side on one device, each for its own organizer', async () => {
  const { firm, id, email, token } = await mailed({ login: false })
  const { accountId } = await firm.owner.call(organizersContract.getOrganizer, { params: { id } })
  firm.system.clock.advance(1000)
  const second = await sendTo(firm, await newTemplate(firm, { name: 'Second' }), accountId)
  const one = withCookies(firm, await confirm(await stranger(), token))
  const other = withCookies(firm, await confirm(one, await tokenMailedTo(firm, email)))
  await attach(one, id, 'slips')
  await attach(other, second, 'slips')
  expect((await one.send(organizersContract.getPortalOrganizer, { params: { id: second } })).status).toBe(404)
})
