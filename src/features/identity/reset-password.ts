import type { MemberActor } from '#kernel/actor.ts'
import { Refusal } from '#kernel/refusal.ts'
import { inFirm, type Tx } from '#platform/db/tx.ts'
import { queueMails } from '../emails/index.ts'
import { claimTry, forgetTries, MAIL_FROM_IP, MAIL_TO_ADDRESS, PASSWORD_OF_ADDRESS } from './limits.ts'
import { issueLink, type MailedLink, readLink, spendLink } from './links.ts'
import { loginDb, loginsAt } from './login-library.ts'
import { type Login, loginOf, newPassword, storePassword } from './logins.ts'
import { memberOf } from './member-sign-in.ts'
import { type Doorway, endSessions, firmsOf } from './sessions.ts'

/** How long the link of a reset works. */
export const RESET_MINUTES = 60

/**
 * Mails a link to choose a new password, if the address has one and is on a team. Where no mail server is set, mails
 * are shown to the firm's admins instead, so the link goes to whoever reads the server's log.
 */
export async function askForPasswordReset(door: Doorway, email: string): Promise<void> {
  const { source, origin } = door
  await claimTry(source, MAIL_FROM_IP, origin.ip)
  await claimTry(source, MAIL_TO_ADDRESS, `reset/${email}`)
  const login = await loginOf(loginDb(source.server), email)
  const [firm] = login?.password ? await firmsOf(source, login.id) : []
  if (!login || !firm) return
  await inFirm(source, { kind: 'system', firmId: firm.id, name: 'system' }, (tx) => mailReset(tx, login))
}

/** Sets the password by such a link, and ends every session of the login. */
export async function resetPassword(
  door: Doorway,
  { token, password }: { token: string; password: string },
): Promise<void> {
  const { source, origin } = door
  const place = loginsAt(source)
  const { email } = await readLink(place, token)
  const hash = await newPassword(source.server, password, email)
  const { firmId } = await spendLink(place, token, 'password_reset')
  const login = await loginOf(place.db, email)
  if (!login) throw new Refusal('link_expired')
  const finder = { kind: 'system', firmId, name: 'system' } as const
  const member = await inFirm(source, finder, (tx) => memberOf(tx, login.id))
  await inFirm(source, member, (tx) => setPassword(tx, login, hash), { origin })
  await forgetTries(source, PASSWORD_OF_ADDRESS, email)
}

async function mailReset(tx: Tx, login: Login): Promise<void> {
  const { name, locale, memberId } = await memberOf(tx, login.id)
  const reset: MailedLink = { purpose: 'password_reset', firmId: tx.firmId, email: login.email, name }
  const link = `${tx.server.publicUrl}/new-password?token=${await issueLink(tx, reset, RESET_MINUTES)}`
  const payload = { name, email: login.email }
  const causeId = tx.record({ type: 'password.resetAsked', subject: { kind: 'member', id: memberId }, payload })
  if (tx.server.smtpUrl === null) tx.server.log.warn({ link, email: login.email }, 'a new password was asked for')
  else {
    const to = { email: login.email, name, locale }
    await queueMails(tx, [{ kind: 'password_reset', to, params: { link }, causeId }])
  }
}

/** A login whose address was not proven until now could have been set up by anyone: its second factor goes, too. */
async function setPassword(tx: Tx, login: Login, hash: string): Promise<void> {
  await storePassword(tx.db, login.id, hash, tx.now)
  await endSessions(tx, login.id)
  if (!login.verified) {
    await tx.db.deleteFrom('auth.second_factors').where('identity_id', '=', login.id).execute()
    await tx.db
      .updateTable('auth.identities')
      .set({ email_verified: true, two_factor_enabled: false })
      .where('id', '=', login.id)
      .execute()
  }
  const { memberId } = tx.actor as MemberActor
  tx.record({ type: 'password.changed', subject: { kind: 'member', id: memberId }, payload: { how: 'reset' } })
}
