import type { FirmId, IdentityId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import { claimTry, forgetTries, forgiveTry, PASSWORD_FROM_IP, PASSWORD_OF_ADDRESS } from './limits.ts'
import { loginLibrary } from './login-library.ts'
import { recordSignIn } from './member-sign-in.ts'
import { refusalOfLibrary } from './refusal-of-library.ts'
import { cookieIn } from './session-cookie.ts'
import { type Doorway, enterFirm, firmsOf, type OwnFirm } from './sessions.ts'

/** `second_factor`: the password was right, a code is still needed. `firms`: where to go on, the entered one first. */
export type SignInAnswer = { state: 'signed_in' | 'second_factor'; firms: OwnFirm[] }

/**
 * Signs a team member in by password, into the firm he was in last or the one asked for. Wrong passwords are counted per address and per
 * machine. Refuses alike whether the address is unknown, the password wrong, or every membership has ended.
 */
export async function signIn(
  door: Doorway,
  { email, password }: { email: string; password: string },
  into: FirmId | null = null,
): Promise<SignInAnswer> {
  const address = email.toLowerCase()
  const { source, origin } = door
  await claimTry(source, PASSWORD_FROM_IP, origin.ip)
  await claimTry(source, PASSWORD_OF_ADDRESS, address)
  const { api } = loginLibrary(source.server)
  const { headers, response } = await api
    .signInEmail({ body: { email: address, password }, headers: new Headers(), returnHeaders: true })
    .catch(refusalOfLibrary)
  await forgiveTry(source, PASSWORD_FROM_IP, origin.ip)
  await forgetTries(source, PASSWORD_OF_ADDRESS, address)
  if ('twoFactorRedirect' in response) {
    passCookies(door, headers)
    return { state: 'second_factor', firms: [] }
  }
  return complete(door, { token: response.token, identityId: response.user.id as IdentityId, headers, into })
}

/**
 * The second step of a sign-in: six digits are the app's code, anything else a backup code, which works once. Five wrong
 * codes end the attempt, ten in a row lock the second factor for a quarter of an hour.
 */
export async function giveSecondFactor(door: Doorway, code: string): Promise<SignInAnswer> {
  const { api } = loginLibrary(door.source.server)
  const given = { body: { code }, headers: challengeOnly(door.headers), returnHeaders: true } as const
  const { headers, response } = await (isAppCode(code) ? api.verifyTOTP(given) : api.verifyBackupCode(given)).catch(
    refusalOfLibrary,
  )
  return complete(door, { token: response.token!, identityId: response.user.id as IdentityId, headers, into: null })
}

function isAppCode(code: string): boolean {
  return /^\d{6}$/.test(code)
}

type Passed = { token: string; identityId: IdentityId; headers: Headers; into: FirmId | null }

async function complete(door: Doorway, { token, identityId, headers, into }: Passed): Promise<SignInAnswer> {
  const firms = await firmsOf(door.source, identityId)
  const entered = firms.find((firm) => firm.id === into) ?? firms[0]
  if (!entered) throw new Refusal('wrong_credentials')
  await enterFirm(door, token, { kind: 'member', firmId: entered.id })
  await recordSignIn(door, identityId, entered.id)
  passCookies(door, headers)
  return { state: 'signed_in', firms: [entered, ...firms.filter((firm) => firm !== entered)] }
}

/** A session that somebody already has must not stand in for the password: only the challenge's cookie is shown. */
function challengeOnly(headers: Headers): Headers {
  const cookie = headers.get('cookie')
  const pairs = CHALLENGE_COOKIES.map((name) => [name, cookieIn(cookie, name)] as const)
  const kept = pairs.filter(([, value]) => value !== null)
  return new Headers({ cookie: kept.map(([name, value]) => `${name}=${encodeURIComponent(value!)}`).join('; ') })
}

const CHALLENGE_COOKIES = ['throughline.two_factor', '__Secure-throughline.two_factor']

export function passCookies(door: Doorway, from: Headers): void {
  for (const cookie of from.getSetCookie()) door.answerHeader('set-cookie', cookie)
}
