import { sql } from 'kysely'
import type { MemberActor } from '#kernel/actor.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import { claimTry, forgetTries, PASSWORD_OF_ADDRESS } from './limits.ts'
import { loginLibrary } from './login-library.ts'
import { refusalOfLibrary } from './refusal-of-library.ts'
import type { Doorway } from './sessions.ts'
import { passCookies } from './sign-in.ts'

/** What an authenticator app needs, and the codes to use when it is lost; shown once. */
export type Enrolment = { uri: string; secret: string; backupCodes: string[] }

/**
 * Begins to set up an authenticator app (SEC-1). Nothing is required at sign-in until `confirmSecondFactor` proved
 * that the app has the secret; beginning again gives a new one. Refuses a wrong password at its field.
 */
export async function startSecondFactor(tx: Tx, door: Doorway, password: string): Promise<Enrolment> {
  const { api } = loginLibrary(tx.server)
  const answer = await checked(tx, door, () =>
    api.enableTwoFactor({ body: { password, method: 'totp' }, headers: door.headers }),
  )
  if (answer.method !== 'totp') throw new Error('the login library set up another second factor than asked for')
  const secret = new URL(answer.totpURI).searchParams.get('secret')!
  return { uri: answer.totpURI, secret, backupCodes: answer.backupCodes }
}

/** The app has the secret: from now on its codes are asked for. The session gets a new token. */
export async function confirmSecondFactor(tx: Tx, door: Doorway, code: string): Promise<void> {
  const { api } = loginLibrary(tx.server)
  const { headers } = await api
    .verifyTOTP({ body: { code }, headers: door.headers, returnHeaders: true })
    .catch(refusalOfLibrary)
  passCookies(door, headers)
  recordChange(tx, 'on')
}

/** Does without it again; refused (`conflict`, with the firm's name) while one of his firms requires it. */
export async function removeSecondFactor(tx: Tx, door: Doorway, password: string): Promise<void> {
  const firm = await requiringFirm(tx)
  if (firm) throw new Refusal('conflict', [], { firm })
  const { api } = loginLibrary(tx.server)
  const { headers } = await checked(tx, door, () =>
    api.disableTwoFactor({ body: { password }, headers: door.headers, returnHeaders: true }),
  )
  passCookies(door, headers)
  recordChange(tx, 'off')
}

/** Makes new backup codes; the old ones end. */
export async function renewBackupCodes(tx: Tx, door: Doorway, password: string): Promise<string[]> {
  const { api } = loginLibrary(tx.server)
  const { backupCodes } = await checked(tx, door, () =>
    api.generateBackupCodes({ body: { password }, headers: door.headers }),
  )
  recordChange(tx, 'renewed')
  return backupCodes
}

/** Somebody at an open screen may not guess the password either. */
async function checked<Answer>(tx: Tx, door: Doorway, work: () => Promise<Answer>): Promise<Answer> {
  const { identityId } = tx.actor as MemberActor
  await claimTry(door.source, PASSWORD_OF_ADDRESS, identityId)
  const answer = await work().catch(refusalOfLibrary)
  await forgetTries(door.source, PASSWORD_OF_ADDRESS, identityId)
  return answer
}

async function requiringFirm(tx: Tx): Promise<string | null> {
  const { identityId } = tx.actor as MemberActor
  const { rows } = await sql<{ name: string }>`
    select f.name from team_members m join firms f on f.firm_id = m.firm_id
    where m.identity_id = ${identityId} and m.state = 'active' and f.second_factor_required
    order by f.name limit 1`.execute(tx.server.maintenance)
  return rows[0]?.name ?? null
}

function recordChange(tx: Tx, change: 'on' | 'off' | 'renewed'): void {
  const { memberId } = tx.actor as MemberActor
  tx.record({ type: 'second_factor.changed', subject: { kind: 'member', id: memberId }, payload: { change } })
}
