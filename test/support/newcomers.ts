import { randomBytes } from 'node:crypto'
import { teamContract } from '../../src/features/team/contract.ts'
import type { TestFirm } from './firm-in.ts'
import { testSystem } from './system.ts'
import { type Visitor, visitor } from './visitor.ts'

export const PASSWORD = 'correct horse battery'

/** An e-mail address that nobody has. */
export function freshAddress(): string {
  return `${randomBytes(6).toString('hex')}@example.com`
}

export function signUpForm(over: Record<string, unknown> = {}) {
  return {
    firmName: 'Lindqvist & Daughters',
    name: 'Mara Lindqvist',
    email: freshAddress(),
    password: PASSWORD,
    locale: 'nl',
    timeZone: 'Europe/Amsterdam',
    ...over,
  }
}

/** Somebody who signs a firm up as people do: by the form. */
export async function signUp(over: Record<string, unknown> = {}) {
  const browser = await visitor()
  const body = signUpForm(over)
  return { browser, email: body.email, answer: await browser.send(teamContract.signUp, { body }) }
}

/** The token of the newest mail with a link to this address, as its reader would find it; null without a mail. */
export async function mailedToken(email: string): Promise<string | null> {
  const { maintenance } = await testSystem()
  const mails = await maintenance
    .selectFrom('mails')
    .select('params')
    .where('to_email', '=', email)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .execute()
  const { link } = (mails[0]?.params ?? {}) as { link?: string }
  return link ? new URL(link).searchParams.get('token') : null
}

/** Invites a colleague and accepts for him, with `PASSWORD`. */
export async function hire(by: Visitor, role: 'admin' | 'employee', over: Record<string, unknown> = {}) {
  const email = freshAddress()
  const invited = await by.send(teamContract.inviteMember, { body: { name: 'Piet Bakker', email, role, ...over } })
  const browser = await visitor()
  const params = { token: (await mailedToken(email)) ?? '' }
  await browser.send(teamContract.acceptInvitation, { params, body: { name: 'Piet Bakker', password: PASSWORD } })
  return { browser, email, id: invited.body.id }
}

/** A contact of a new client in this firm, with Login as given. */
export async function contactOf(
  firm: Pick<TestFirm, 'run'>,
  { login = true, email = freshAddress(), locale = null as 'nl' | null } = {},
) {
  const ids = { account: uuid(), contact: uuid(), email: uuid() }
  await firm.run(async ({ db, firmId: firm_id, now: created_at }) => {
    const account = { firm_id, id: ids.account, short_id: ids.account, name: 'Vermeer', external_id: null }
    await db
      .insertInto('accounts')
      .values({ ...account, type: 'individual', created_at })
      .execute()
    const contact = { firm_id, id: ids.contact, name: 'Sanne Vermeer', phone: null, locale, created_at }
    await db.insertInto('contacts').values(contact).execute()
    const link = { firm_id, contact_id: ids.contact }
    await db
      .insertInto('contact_emails')
      .values({ ...link, id: ids.email, email })
      .execute()
    await db
      .insertInto('account_contacts')
      .values({ ...link, account_id: ids.account })
      .execute()
    const setting = { ...link, account_id: ids.account, contact_email_id: ids.email, login, notify: false }
    await db.insertInto('contact_settings').values(setting).execute()
  })
  return { accountId: ids.account, contactId: ids.contact, email }
}

function uuid(): string {
  return crypto.randomUUID()
}
