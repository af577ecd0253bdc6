import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { type AccountId, type EventId, newId } from '#kernel/ids.ts'
import { LOCALES } from '#kernel/locale.ts'
import { catalogue } from '#texts.ts'
import { freshFirm, type TestFirm } from '../../../test/support/firm.ts'
import { addJobs, asks, makeAvailable, newAccount, newEmailTemplate, publish } from '../../../test/support/pipeline.ts'
import { accountsContract } from '../accounts/contract.ts'
import { emailsContract } from '../emails/contract.ts'
import { activityContract } from './contract.ts'
import { EVENT_KINDS } from './rules.ts'

const SOURCES = resolve(import.meta.dirname, '../..')
const ROSA = { firstName: 'Rosa', lastName: 'Delgado', emails: [{ email: 'rosa@example.com' }] }

describe('every fact can be said', () => {
  const types = ['kernel/event.ts', ...globSync('features/*/events.ts', { cwd: SOURCES })].flatMap((file) => {
    const source = readFileSync(resolve(SOURCES, file), 'utf8')
    return [...source.matchAll(/^ {4}'(\w+\.\w+)':/gm), ...source.matchAll(/^ {2}'(\w+\.\w+)':/gm)].map(
      ([, type]) => type!,
    )
  })

  test('the types are found', () => expect(types.length).toBeGreaterThan(40))

  test('AUD-2: each can be found by its kind', () => {
    const sources = globSync('features/*/**/*.ts', { cwd: SOURCES }).filter((file) => !file.includes('.test.'))
    const recorded = sources.flatMap((file) => {
      const source = readFileSync(resolve(SOURCES, file), 'utf8')
      return [...source.matchAll(/subject\b[^{\n]*\{ kind: '(\w+)'/g)].map(([, kind]) => kind!)
    })
    const kinds: { subjects?: readonly string[]; types?: readonly string[] }[] = Object.values(EVENT_KINDS)
    const found = new Set(kinds.flatMap(({ subjects = [] }) => subjects))
    expect(recorded.length).toBeGreaterThan(40)
    expect(recorded.filter((kind) => !found.has(kind))).toEqual([])
    expect(kinds.flatMap(({ types: named = [] }) => named).filter((type) => !types.includes(type))).toEqual([])
  })

  test.each(LOCALES)('%s has a sentence for each type of event', (locale) => {
    expect(types.filter((type) => !Object.hasOwn(catalogue[locale], `event.${type}`))).toEqual([])
  })
})

describe('AUD-1, B-4: the history of one thing', () => {
  test('is newest first, names its people and things, and tells each direct cause', async () => {
    const firm = await freshFirm()
    const accountId = await makeAccount(firm.owner)
    const [cause, effect] = await recordChain(firm, accountId)
    const { items } = await firm.owner.call(activityContract.listEvents, { query: { accountId } })
    expect(items.map(({ type }) => type)).toEqual([
      'account.archived',
      'account.restored',
      'contact.created',
      'account.created',
    ])
    expect(items[0]).toMatchObject({
      id: effect,
      actor: { kind: 'automation', name: 'automation' },
      accountName: 'Rosa Delgado',
      cause: { id: cause, type: 'account.restored', actor: { kind: 'member', name: 'Mara Lindqvist' } },
    })
    expect(items[3]).toMatchObject({
      cause: null,
      payload: { name: 'Rosa Delgado' },
      subject: { kind: 'account', id: accountId },
    })
  })

  test('X-6, AUD-1: says from where a person acted, and on what clock', async () => {
    const firm = await freshFirm()
    const headers = { 'user-agent': 'Firefox on a train', 'x-client-offset': '120' }
    const body = { contacts: [ROSA] }
    const { id } = await firm.owner.call(accountsContract.createAccount, { body, headers })
    const { items } = await firm.owner.call(activityContract.listEvents, { query: { subjectId: id } })
    expect(items).toMatchObject([{ origin: { userAgent: 'Firefox on a train', offsetMinutes: 120 } }])
  })

  test('is paged without gaps or repeats while more happens', async () => {
    const firm = await freshFirm()
    const accountId = await makeAccount(firm.owner)
    for (let n = 0; n < 5; n++) await recordChain(firm, accountId)
    const first = await firm.owner.call(activityContract.listEvents, { query: { accountId, limit: 5 } })
    await recordChain(firm, accountId)
    const query = { accountId, limit: 50, cursor: first.next }
    const rest = await firm.owner.call(activityContract.listEvents, { query })
    expect(new Set([...first.items, ...rest.items].map(({ id }) => id)).size).toBe(12)
    expect(rest.next).toBeNull()
  })

  test('must be of something', async () => {
    const firm = await freshFirm()
    const { status, problem } = await firm.owner.send(activityContract.listEvents)
    expect({ status, fields: problem.fields }).toEqual({ status: 422, fields: [{ path: 'jobId', code: 'required' }] })
  })
})

describe('AUD-1, AUD-2: a history is narrowed to somebody, a kind of event, and days of the firm', () => {
  let firm: TestFirm
  let accountId: AccountId
  beforeAll(async () => {
    firm = await freshFirm()
    accountId = await makeAccount(firm.owner)
    await recordChain(firm, accountId)
    await recordAt(firm, accountId, 'account.restored', '2026-03-31T21:30:00Z')
    await recordAt(firm, accountId, 'account.archived', '2026-03-31T22:30:00Z')
  })
  const typesOf = async (query: Record<string, unknown>) => {
    const [one, all] = await Promise.all([
      firm.owner.call(activityContract.listEvents, { query: { accountId, ...query } }),
      firm.owner.call(activityContract.listActivity, { query }),
    ])
    expect(all.items.map(({ id }) => id)).toEqual(expect.arrayContaining(one.items.map(({ id }) => id)))
    return one.items.map(({ type }) => type)
  }

  test('says who by name and address', async () => {
    const { items } = await firm.owner.call(activityContract.listEvents, { query: { accountId } })
    const [archived] = items.filter(({ actor }) => actor.kind === 'automation')
    const [created] = items.filter(({ type }) => type === 'account.created')
    expect(created).toMatchObject({ actor: { name: 'Mara Lindqvist' }, actorEmail: expect.stringContaining('@') })
    expect(archived).toMatchObject({ actorEmail: null })
  })

  test('to people, automations, and kinds', async () => {
    const mine = { actorId: firm.owner.member.memberId }
    expect(await typesOf(mine)).toEqual(['account.restored', 'contact.created', 'account.created'])
    expect(await typesOf({ actorKind: 'automation' })).toEqual(['account.archived'])
    expect(await typesOf({ actorKind: 'system' })).toEqual(['account.archived', 'account.restored'])
    expect(await typesOf({ ...mine, kind: 'contact' })).toEqual(['contact.created'])
    expect(await typesOf({ kind: 'access' })).toEqual([])
    const signIns = { type: 'member.signedIn', subject: { kind: 'member', id: mine.actorId }, payload: {} } as const
    await firm.run(async (tx) => void tx.record(signIns))
    const { items } = await firm.owner.call(activityContract.listActivity, { query: { kind: 'sign_in', ...mine } })
    expect(items.map(({ type }) => type)).toEqual(['member.signedIn'])
  })

  test('to days, which begin when they begin for the firm, in Amsterdam', async () => {
    expect(await typesOf({ to: '2026-03-31' })).toEqual(['account.restored'])
    expect(await typesOf({ from: '2026-04-01', to: '2026-04-01' })).toEqual(['account.archived'])
    const first = await firm.owner.call(activityContract.listActivity, { query: { to: '2026-04-01', limit: 1 } })
    const query = { to: '2026-04-01', limit: 1, cursor: first.next }
    const second = await firm.owner.call(activityContract.listActivity, { query })
    expect([...first.items, ...second.items].map(({ type }) => type)).toEqual(['account.archived', 'account.restored'])
    expect(second.next).toBeNull()
  })

  test.each([
    [{ from: 'yesterday' }, 'from'],
    [{ to: '2026-02-30' }, 'to'],
    [{ kind: 'weather' }, 'kind'],
    [{ actorKind: 'ghost' }, 'actorKind'],
    [{ actorId: 'me' }, 'actorId'],
  ])('%j is refused with the field at fault', async (query, path) => {
    const { status, problem } = await firm.owner.send(activityContract.listActivity, { query })
    expect([status, problem.fields?.map((field) => field.path)]).toEqual([422, [path]])
  })
})

describe('B-4: why did this happen?', () => {
  test('goes from a mail back over the stages to what a person did first', async () => {
    const { firm, accountId, mail } = await mailedByTheSecondStage()
    const { items, hidden } = await firm.owner.call(activityContract.listCauses, { params: { id: mail.causeId! } })
    expect(items.map(({ type, actor }) => [type, actor.kind])).toEqual([
      ['bulk_act.started', 'member'],
      ['job.created', 'member'],
      ['job.moved', 'automation'],
      ['email.sent', 'automation'],
    ])
    expect(items.at(-1)).toMatchObject({ id: mail.causeId, accountId })
    expect(hidden).toBe(0)
  })

  test('X-5, AUD-2: tells only what its reader may know, and that there is more', async () => {
    const { firm, accountId, pipelineId, mail } = await mailedByTheSecondStage()
    const [outsider, insider] = [await firm.addMember('employee'), await firm.addMember('employee')]
    const body = { accountIds: [accountId], add: [insider.member.memberId] }
    await firm.owner.call(accountsContract.changeAccountTeam, { body })
    const params = { id: mail.causeId! }
    for (const member of [outsider, insider])
      expect((await member.send(activityContract.listCauses, { params })).status).toBe(404)
    await makeAvailable(firm, pipelineId, insider)
    const { items, hidden } = await insider.call(activityContract.listCauses, { params })
    expect([items.map(({ type }) => type), hidden]).toEqual([['job.created', 'job.moved', 'email.sent'], 1])
  })
})

/** A job whose first stage has nothing to wait for, so that it goes on to one that writes to the client. */
async function mailedByTheSecondStage() {
  const firm = await freshFirm()
  const accountId = await newAccount(firm, 'Delgado', { email: `rosa-${firm.slug}@example.com` })
  const automations = [asks.email(await newEmailTemplate(firm, 'Kick-off'))]
  const pipeline = await publish(firm, 'Returns', [
    { name: 'Start', automove: true, whenEmpty: 'advance' },
    { name: 'Tell', automations },
  ])
  await addJobs(firm, pipeline, [accountId])
  const [{ id } = { id: '' }] = (await firm.owner.call(emailsContract.listMails)).items
  return {
    firm,
    accountId,
    pipelineId: pipeline.id,
    mail: await firm.owner.call(emailsContract.getMail, { params: { id } }),
  }
}

describe('X-5: who may read it', () => {
  test('AUD-1: what something follows from is hidden from those who may not see the client it happened to', async () => {
    const firm = await freshFirm()
    const [shown, secret] = [await makeAccount(firm.owner), await makeAccount(firm.owner)]
    const insider = await firm.addMember('employee')
    const body = { accountIds: [shown], add: [insider.member.memberId] }
    await firm.owner.call(accountsContract.changeAccountTeam, { body })
    const effect = await firm.run(async (tx) => {
      const subject = { kind: 'account', id: secret }
      const cause = { type: 'account.restored', subject, accountId: secret, payload: { name: 'Top Secret' } } as const
      const about = { subject: { kind: 'account', id: shown }, accountId: shown, payload: { name: 'Rosa Delgado' } }
      return tx.record({ type: 'account.archived', by: 'automation', causeId: tx.record(cause), ...about })
    })
    const [query, params] = [{ accountId: shown }, { id: effect }]
    const seen = await insider.call(activityContract.listEvents, { query })
    expect(seen.items[0]).toMatchObject({ id: effect, cause: null, causeHidden: true })
    const why = await insider.call(activityContract.listCauses, { params })
    expect(why).toMatchObject({ items: [{ id: effect, cause: null, causeHidden: true }], hidden: 1 })
    expect(JSON.stringify([seen, why])).not.toContain('Top Secret')
    const all = await firm.owner.call(activityContract.listEvents, { query })
    expect(all.items[0]).toMatchObject({ cause: { payload: { name: 'Top Secret' } }, causeHidden: false })
  })

  test('members read what belongs to accounts they see, whatever they ask for', async () => {
    const firm = await freshFirm()
    const accountId = await makeAccount(firm.owner)
    await recordChain(firm, accountId)
    const [outsider, insider] = [await firm.addMember('employee'), await firm.addMember('employee')]
    const body = { accountIds: [accountId], add: [insider.member.memberId] }
    await firm.owner.call(accountsContract.changeAccountTeam, { body })
    for (const query of [{ accountId }, { subjectId: accountId }]) {
      expect((await outsider.call(activityContract.listEvents, { query })).items).toEqual([])
      expect((await insider.call(activityContract.listEvents, { query })).items.length).toBeGreaterThan(2)
    }
  })

  test('what belongs to no account is for owners and admins', async () => {
    const firm = await freshFirm()
    const subjectId = newId()
    await firm.run(async (tx) => {
      tx.record({ type: 'tag.created', subject: { kind: 'tag', id: subjectId }, payload: { name: 'K-1' } })
    })
    const [admin, employee] = [await firm.addMember('admin'), await firm.addMember('employee', ['view_all_accounts'])]
    const query = { subjectId }
    expect((await admin.call(activityContract.listEvents, { query })).items).toHaveLength(1)
    expect((await employee.call(activityContract.listEvents, { query })).items).toEqual([])
  })

  test('AUD-2: the firm-wide feed is for owners and admins, and stops at the firm', async () => {
    const [firm, other] = [await freshFirm(), await freshFirm()]
    await makeAccount(firm.owner)
    const [admin, employee] = [await firm.addMember('admin'), await firm.addMember('employee', ['view_all_accounts'])]
    expect((await employee.send(activityContract.listActivity)).status).toBe(404)
    expect((await admin.call(activityContract.listActivity)).items.map(({ type }) => type)).toContain('account.created')
    expect((await other.owner.call(activityContract.listActivity)).items).toEqual([])
    const filters = { kind: 'contact', actorId: firm.owner.member.memberId }
    const filtered = await admin.call(activityContract.listActivity, { query: filters })
    expect(new Set(filtered.items.map(({ subject }) => subject.kind))).toEqual(new Set(['contact']))
  })
})

async function makeAccount(caller: TestFirm['owner']): Promise<AccountId> {
  const { id } = await caller.call(accountsContract.createAccount, { body: { contacts: [ROSA] } })
  return id as AccountId
}

/** A fact of another time, by the system. */
async function recordAt(firm: TestFirm, accountId: AccountId, type: string, at: string): Promise<void> {
  await firm.run(async (tx) => {
    const who = { actor_kind: 'system', actor_id: null, actor_name: 'system', cause_id: null, origin: null } as const
    const what = { account_id: accountId, job_id: null, subject_kind: 'account', subject_id: accountId, payload: '{}' }
    const row = { firm_id: tx.firmId, id: newId(), type, at: new Date(at), ...who, ...what }
    await tx.db
      .insertInto('events')
      .values(row as never)
      .execute()
  })
}

/** Two facts, the second following from the first. */
function recordChain(firm: TestFirm, accountId: AccountId): Promise<[EventId, EventId]> {
  return firm.run(async (tx) => {
    const about = { subject: { kind: 'account', id: accountId }, accountId, payload: { name: 'Rosa Delgado' } }
    const cause = tx.record({ type: 'account.restored', ...about })
    return [cause, tx.record({ type: 'account.archived', by: 'automation', causeId: cause, ...about })]
  })
}
