import type { MemberActor } from '#kernel/actor.ts'
import { invalid } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import { claimTry, forgetTries, PASSWORD_OF_ADDRESS } from './limits.ts'
import { isPassword, loginById, newPassword, storePassword } from './logins.ts'
import { tokenInCookies } from './session-cookie.ts'
import { type Doorway, endSessions } from './sessions.ts'

/** Changes one's own password; every other session of the login ends (SEC-4). Refuses a wrong current one at its field. */
export async function changePassword(
  tx: Tx,
  door: Doorway,
  { current, next }: { current: string; next: string },
): Promise<void> {
  const { identityId, memberId } = tx.actor as MemberActor
  await claimTry(door.source, PASSWORD_OF_ADDRESS, identityId)
  const login = await loginById(tx.db, identityId)
  if (!login.password || !(await isPassword(tx.server, login.password, current)))
    throw invalid('current', 'not_your_password')
  await forgetTries(door.source, PASSWORD_OF_ADDRESS, identityId)
  await storePassword(tx.db, identityId, await newPassword(tx.server, next, login.email, 'next'), tx.now)
  await endSessions(tx, identityId, { except: tokenInCookies(door.headers.get('cookie'), tx.server.publicUrl) })
  tx.record({ type: 'password.changed', subject: { kind: 'member', id: memberId }, payload: { how: 'changed' } })
}
