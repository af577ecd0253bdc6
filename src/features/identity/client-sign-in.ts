import { sql } from 'kysely'
import { type ContactId, derivedId, newId } from '#kernel/ids.ts'
import type { Locale } from '#kernel/locale.ts'
import { Refusal } from '#kernel/refusal.ts'
import { inFirm, type Tx } from '#platform/db/tx.ts'
import type { Handler } from '#platform/outbox/worker.ts'
import { tokenFor } from '#platform/sessions/secret.ts'
import { queueMails } from '../emails/index.ts'
import { firmBySlug } from '../firms/index.ts'
import { claimTry, MAIL_FROM_IP, MAIL_TO_ADDRESS } from './limits.ts'
import { issueLink, spendLink } from './links.ts'
import { loginDb, loginsAt } from './login-library.ts'
import { loginOfClient } from './logins.ts'
import { type Doorway, openSession } from './sessions.ts'

/** How long a sign-in link works (D-12 a). */
export const LINK_MINUTES = 15

/** Somebody with Login on, in an active account, as the mail addresses him. */
type PortalContact = { id: ContactId; name: string; email: string; locale: Locale; slug: string }

/**
 * Somebody asks to be let into a firm's portal. Whatever the address is, the same is done here and answered (D-12 a):
 * one entry is left, and only its handler looks whether the address is known.
 */
export async function askForSignInLink(door: Doorway, slug: string, email: string): Promise<void> {
  const { source, origin } = door
  const firm = await firmBySlug(source, slug)
  const address = email.toLowerCase()
  await claimTry(source, MAIL_FROM_IP, origin.ip)
  await claimTry(source, MAIL_TO_ADDRESS, `${firm.id}/${address}`)
  await inFirm(source, { kind: 'system', firmId: firm.id, name: 'system' }, async (tx) =>
    tx.enqueue({ id: newId(tx.now.getTime()), kind: 'sign_in_link', payload: { email: address } }),
  )
}

/** Mails the link, if the address has Login on anywhere in the firm. Runs again with the same token and mail. */
export const mailSignInLink: Handler<'sign_in_link'> = (entry, run) =>
  run(async (tx) => {
    const contact = await contactWithLogin(tx, entry.payload.email)
    if (!contact) return
    const { id: contactId, email, name, locale, slug } = contact
    const token = tokenFor(tx.server.secret, 'sign-in-link', entry.id)
    await issueLink(tx, { purpose: 'client_sign_in', firmId: tx.firmId, email, name }, LINK_MINUTES, token)
    const link = `${tx.server.publicUrl}/portal/${slug}/sign-in?token=${token}`
    const id = derivedId('sign-in-mail', entry.id)
    const subject = { kind: 'contact', id: contactId }
    const causeId = tx.record({ type: 'portal.linkAsked', subject, payload: { name, email } })
    await queueMails(tx, [{ id, kind: 'sign_in_link', to: { email, name, locale }, params: { link }, causeId }])
  })

/**
 * Signs a client in by the token of a mailed link, in the firm it was asked for, for 30 days on this device. Somebody
 * whose Login was switched off meanwhile gets the same answer as with an old link.
 */
export async function enterPortal(door: Doorway, token: string): Promise<{ slug: string }> {
  const { source, origin } = door
  const { firmId, email } = await spendLink(loginsAt(source), token, 'client_sign_in')
  const contact = await inFirm(source, { kind: 'system', firmId, name: 'system' }, (tx) => contactWithLogin(tx, email))
  if (!contact) throw new Refusal('link_expired')
  const { id: contactId, name, slug } = contact
  const identityId = await loginOfClient(loginDb(source.server), name, email)
  await openSession(door, identityId, { kind: 'client', firmId })
  const client = { kind: 'client', firmId, identityId, contactId, name, email, accountIds: [] } as const
  const event = { type: 'portal.entered', subject: { kind: 'contact', id: contactId }, payload: { email } } as const
  await inFirm(source, client, async (tx) => tx.record(event), { origin })
  return { slug }
}

async function contactWithLogin(tx: Tx, email: string): Promise<PortalContact | null> {
  const { rows } = await sql<PortalContact>`
    select c.id, c.name, e.email, coalesce(c.locale, f.locale) as locale, f.slug
    from contact_emails e
      join contacts c on c.firm_id = e.firm_id and c.id = e.contact_id
      join contact_settings s on s.firm_id = e.firm_id and s.contact_email_id = e.id and s.login
      join accounts a on a.firm_id = s.firm_id and a.id = s.account_id and a.state = 'active'
      join firms f on f.firm_id = e.firm_id
    where e.firm_id = ${tx.firmId} and e.email_key = lower(${email})
    order by c.id limit 1`.execute(tx.db)
  return rows[0] ?? null
}
