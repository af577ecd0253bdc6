import { describe, expect, test } from 'vitest'
import type { EffectOf } from '#engine/core/effect.ts'
import { outcomeKey } from '#engine/core/model.ts'
import { carryingOf } from '#engine/shell/carry-out.ts'
import type { Carrying } from '#engine/shell/ports.ts'
import { type AccountId, type AutomationId, type JobId, newId, type TemplateId, type VisitId } from '#kernel/ids.ts'
import { freshFirm, type TestFirm } from '../../../test/support/firm.ts'
import { accountsContract } from '../accounts/contract.ts'
import type { Account } from '../accounts/schemas.ts'
import { templatesContract } from '../templates/contract.ts'
import { emailsContract } from './contract.ts'
import { queueMails, sendEmails } from './index.ts'

const SANNE = { firstName: 'Sanne', lastName: 'Vermeer', locale: 'nl', emails: [{ email: 'sanne@example.com' }] }
const JORIS = { firstName: 'Joris', lastName: 'Vermeer', emails: [{ email: 'joris@example.com', notify: false }] }
const TEXT = { subject: 'Your [TAX_YEAR] return', body: 'Dear [FIRST_NAME],\n\nabout [ACCOUNT_NAME].' }

describe('templates', () => {
  test('D-7: an unknown shortcode is refused with its place and the nearest name, and nothing is kept', async () => {
    const firm = await freshFirm()
    const body = { name: 'Kick-off', subject: 'Hi [FIRST_NAM]', body: 'Dear\n  [ACOUNT_NAME]' }
    const { status, problem } = await firm.owner.send(emailsContract.createEmailTemplate, { body })
    expect(status).toBe(422)
    expect(problem.fields).toEqual([
      {
        path: 'subject',
        code: 'shortcode_unknown',
        params: { token: 'FIRST_NAM', line: 1, column: 4, nearest: 'FIRST_NAME' },
      },
      {
        path: 'body',
        code: 'shortcode_unknown',
        params: { token: 'ACOUNT_NAME', line: 2, column: 3, nearest: 'ACCOUNT_NAME' },
      },
    ])
    expect((await firm.owner.call(templatesContract.listTemplates)).items).toEqual([])
  })

  test('A-8: a change makes a new version, and the loser of two sees the winner', async () => {
    const firm = await freshFirm()
    const made = await firm.owner.call(emailsContract.createEmailTemplate, { body: { name: 'Kick-off', ...TEXT } })
    expect(made).toMatchObject({ name: 'Kick-off', ...TEXT, version: 1, revision: 1 })
    const change = { params: { id: made.id }, headers: { 'if-match': '"1"' } }
    const body = { name: 'Kick-off', subject: 'New', body: 'Text' }
    const changed = await firm.owner.call(emailsContract.changeEmailTemplate, { ...change, body })
    expect(changed).toMatchObject({ subject: 'New', version: 2, revision: 2 })
    const late = await firm.owner.send(emailsContract.changeEmailTemplate, { ...change, body })
    expect(late).toMatchObject({ status: 409, problem: { code: 'stale', detail: { current: { revision: 2 } } } })
    const { headers: _, ...unmatched } = change
    expect((await firm.owner.send(emailsContract.changeEmailTemplate, { ...unmatched, body })).status).toBe(428)
  })

  test('USR-3: only with the right to manage templates', async () => {
    const firm = await freshFirm()
    const [plain, manager] = [await firm.addMember('employee'), await firm.addMember('employee', ['manage_templates'])]
    const body = { name: 'Kick-off', ...TEXT }
    expect((await plain.send(emailsContract.createEmailTemplate, { body })).status).toBe(404)
    expect((await manager.send(emailsContract.createEmailTemplate, { body })).status).toBe(201)
  })

  test.each([
    [{ name: '' }, 'name', 'required'],
    [{ subject: 'two\nlines' }, 'subject', 'invalid_format'],
    [{ subject: 'x'.repeat(201) }, 'subject', 'too_big_text'],
    [{ body: undefined }, 'body', 'required'],
    [{ body: 12 }, 'body', 'wrong_type'],
    [{ color: 'red' }, 'color', 'unknown_field'],
  ])('%j is refused', async (over, path, code) => {
    const firm = await freshFirm()
    const { problem } = await firm.owner.send(emailsContract.createEmailTemplate, {
      body: { name: 'K', ...TEXT, ...over },
    })
    expect(problem.fields).toEqual([expect.objectContaining({ path, code })])
  })
})

describe('the preview', () => {
  test('says what each contact would read, in his language, and which codes are empty (FAIL-12)', async () => {
    const firm = await freshFirm()
    const account = await vermeer(firm)
    const body = { ...TEXT, body: `${TEXT.body} [PHONE_NUMBER]`, accountId: account.id }
    const { recipients } = await firm.owner.call(emailsContract.previewEmail, { body })
    expect(recipients).toMatchObject([
      { name: 'Joris Vermeer', locale: 'en', notify: false, empty: ['PHONE_NUMBER'] },
      { name: 'Sanne Vermeer', locale: 'nl', notify: true, empty: ['PHONE_NUMBER'] },
    ])
    expect(recipients[1]!.text).toContain('Dear Sanne,')
    expect(recipients[1]!.text).toContain('U krijgt deze mail omdat')
    expect(recipients[0]!.html).toContain('You get this mail because')
  })

  test('X-5: not for accounts that the caller does not see', async () => {
    const firm = await freshFirm()
    const account = await vermeer(firm)
    const employee = await firm.addMember('employee', ['manage_templates'])
    const { status } = await employee.send(emailsContract.previewEmail, { body: { ...TEXT, accountId: account.id } })
    expect(status).toBe(404)
  })
})

describe('send e-mail, by automation', () => {
  test('EQ-13, XC-7: one message to each contact with Notify on; who is left out is told', async () => {
    const firm = await freshFirm()
    const account = await vermeer(firm)
    const { effect } = await sendEmailTo(firm, account.id as AccountId)
    const { items } = await firm.owner.call(emailsContract.listMails)
    expect(items).toMatchObject([{ toEmail: 'sanne@example.com', accountName: account.name }])
    const events = await firm.run((tx) =>
      tx.db
        .selectFrom('events')
        .selectAll()
        .where('type', '=', 'email.sent')
        .where('firm_id', '=', firm.firmId)
        .execute(),
    )
    expect(events).toMatchObject([
      {
        actor_kind: 'automation',
        job_id: effect.jobId,
        account_id: account.id,
        payload: { template: 'Kick-off', recipients: ['Sanne Vermeer'], leftOut: ['Joris Vermeer'], empty: [] },
      },
    ])
  })

  test('D-2: done twice, it is sent once', async () => {
    const firm = await freshFirm()
    const account = await vermeer(firm)
    const { effect, carrying } = await sendEmailTo(firm, account.id as AccountId)
    await firm.run((tx) => sendEmails(tx, [effect], carrying))
    await firm.drain()
    expect((await firm.owner.call(emailsContract.listMails)).items).toHaveLength(1)
    const entries = await firm.run((tx) =>
      tx.db.selectFrom('outbox_entries').select('id').where('kind', '=', 'mail').execute(),
    )
    expect(entries).toHaveLength(1)
  })

  test('FAIL-12: codes without a value are warnings of the outcome', async () => {
    const firm = await freshFirm()
    const account = await vermeer(firm)
    const { effect, carrying } = await sendEmailTo(firm, account.id as AccountId, `${TEXT.body} [CITY]`)
    expect([...carrying.warnings]).toEqual([
      [outcomeKey(effect.visitId, effect.automationId), [{ code: 'empty_shortcodes', tokens: ['CITY'] }]],
    ])
  })

  test('A-8, SHC-4: what was rendered stays, whatever is changed afterwards', async () => {
    const firm = await freshFirm()
    const account = await vermeer(firm)
    const { effect } = await sendEmailTo(firm, account.id as AccountId)
    await firm.owner.call(emailsContract.changeEmailTemplate, {
      params: { id: effect.templateId },
      headers: { 'if-match': '"1"' },
      body: { name: 'Kick-off', subject: 'Other', body: 'Other' },
    })
    const [mail] = (await firm.owner.call(emailsContract.listMails)).items
    const { text, html } = await firm.owner.call(emailsContract.getMail, { params: { id: mail!.id } })
    for (const part of [text, html]) expect(part).toContain('Dear Sanne,')
  })
})

describe('the page Mail', () => {
  test('USR-1: for owners and admins', async () => {
    const firm = await freshFirm()
    const [employee, admin] = [await firm.addMember('employee', ['manage_templates']), await firm.addMember('admin')]
    expect((await employee.send(emailsContract.listMails)).status).toBe(404)
    expect((await admin.send(emailsContract.listMails)).status).toBe(200)
  })

  test('is filtered and paged, newest first', async () => {
    const firm = await freshFirm()
    const mails = ['a', 'b', 'c'].map((name) => {
      const to = { email: `${name}@example.com`, name, locale: 'en' } as const
      return { kind: 'todo_code', to, params: { code: '1' } } as const
    })
    for (const mail of mails) {
      await firm.run((tx) => queueMails(tx, [mail]))
      firm.system.clock.advance(1000)
    }
    const first = await firm.owner.call(emailsContract.listMails, { query: { limit: 2 } })
    expect(first.items.map(({ toName }) => toName)).toEqual(['c', 'b'])
    const rest = await firm.owner.call(emailsContract.listMails, { query: { limit: 2, cursor: first.next } })
    expect(rest.items.map(({ toName }) => toName)).toEqual(['a'])
    expect(rest.next).toBeNull()
    expect((await firm.owner.call(emailsContract.listMails, { query: { state: 'failed' } })).items).toEqual([])
  })

  test('another firm sees none of it', async () => {
    const [ours, theirs] = [await freshFirm(), await freshFirm()]
    const to = { email: 'a@example.com', name: 'A', locale: 'en' } as const
    const [id] = await ours.run((tx) => queueMails(tx, [{ kind: 'todo_code', to, params: { code: '1' } }]))
    expect((await theirs.owner.call(emailsContract.listMails)).items).toEqual([])
    expect((await theirs.owner.send(emailsContract.getMail, { params: { id: id! } })).status).toBe(404)
  })
})

async function vermeer(firm: TestFirm): Promise<Account> {
  const body = { name: 'Vermeer', type: 'company', contacts: [SANNE, JORIS] }
  return firm.owner.call(accountsContract.createAccount, { body })
}

/** An automation's mail that follows from something that happened to the account. */
async function sendEmailTo(
  firm: TestFirm,
  accountId: AccountId,
  text = TEXT.body,
): Promise<{ effect: EffectOf<'send_email'>; carrying: Carrying }> {
  const body = { name: 'Kick-off', ...TEXT, body: text }
  const { id } = await firm.owner.call(emailsContract.createEmailTemplate, { body })
  const effect: EffectOf<'send_email'> = {
    kind: 'send_email',
    id: newId(),
    jobId: newId<'job'>() as JobId,
    accountId,
    visitId: newId<'visit'>() as VisitId,
    automationId: newId<'automation'>() as AutomationId,
    templateId: id as TemplateId,
    templateVersion: 1,
  }
  const carrying = await firm.run(async (tx) => {
    const subject = { kind: 'account', id: accountId }
    const causeId = tx.record({ type: 'account.restored', subject, accountId, payload: { name: 'Vermeer' } })
    const carried = carryingOf([{ state: { accountId } }], causeId)
    await sendEmails(tx, [effect], carried)
    return carried
  })
  return { effect, carrying }
}
