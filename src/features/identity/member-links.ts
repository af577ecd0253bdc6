import type { FirmId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { TxSource } from '#platform/db/tx.ts'
import { issueLink, spendLink } from './links.ts'
import { loginDb, loginsAt } from './login-library.ts'
import { loginOf } from './logins.ts'
import { recordSignIn } from './member-sign-in.ts'
import { type Doorway, openSession } from './sessions.ts'

const DEMO_HOURS = 12

/**
 * A token that signs somebody in once, printed where the demo firm is started (D-18). No endpoint gives one out: staff
 * sign in by password, clients ask for a mail.
 */
export async function demoToken(
  source: TxSource,
  who: { kind: 'member' | 'client'; firmId: FirmId; email: string; name: string },
): Promise<string> {
  const { kind, firmId, name } = who
  const purpose = kind === 'member' ? 'member_sign_in' : 'client_sign_in'
  return issueLink(loginsAt(source), { purpose, firmId, email: who.email.toLowerCase(), name }, DEMO_HOURS * 60)
}

/** Signs a team member in by such a token, into the firm it was made for. */
export async function enterByLink(door: Doorway, token: string): Promise<void> {
  const { firmId, email } = await spendLink(loginsAt(door.source), token, 'member_sign_in')
  const login = await loginOf(loginDb(door.source.server), email)
  if (!login) throw new Refusal('link_expired')
  await openSession(door, login.id, { kind: 'member', firmId })
  await recordSignIn(door, login.id, firmId)
}
