import { invalid, Refusal, type RefusalCode } from '#kernel/refusal.ts'

/** Turns the login library's errors into refusals; anything that is not one of its own "no"s is a bug. */
export function refusalOfLibrary(error: unknown): never {
  const { body, status } = error as { body?: { code?: string }; status?: unknown }
  if (body?.code === 'INVALID_PASSWORD') throw invalid('password', 'not_your_password')
  const known = status === 'CONFLICT' ? 'conflict' : REFUSALS[body?.code ?? '']
  throw known ? new Refusal(known) : error
}

const REFUSALS: Record<string, RefusalCode> = {
  INVALID_EMAIL: 'wrong_credentials',
  INVALID_EMAIL_OR_PASSWORD: 'wrong_credentials',
  PASSWORD_TOO_LONG: 'wrong_credentials',
  INVALID_CODE: 'code_wrong',
  INVALID_BACKUP_CODE: 'code_wrong',
  INVALID_TWO_FACTOR_COOKIE: 'not_signed_in',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'too_many_attempts',
  ACCOUNT_TEMPORARILY_LOCKED: 'too_many_attempts',
  TOTP_ALREADY_ENABLED: 'conflict',
  TOTP_NOT_ENABLED: 'conflict',
  TWO_FACTOR_NOT_ENABLED: 'conflict',
  BACKUP_CODES_NOT_ENABLED: 'conflict',
  UNAUTHORIZED: 'not_signed_in',
}
