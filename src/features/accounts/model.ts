import { z } from 'zod'
import { ACCOUNT_TYPES, type AccountType } from '#conditions/model.ts'

export { ACCOUNT_TYPES, type AccountType }

/** Not allowed in names of accounts, because folders are named after them (ACC-1). */
const FORBIDDEN = /[<>:"/\\|?*\p{Cc}]/u

/** Why a name cannot be an account's; the code is a text key under `field.`. Names come trimmed. */
export function accountNameProblem(name: string): 'required' | 'too_long' | 'forbidden_characters' | null {
  if (name === '') return 'required'
  if (name.length > MOST.name) return 'too_long'
  return FORBIDDEN.test(name) ? 'forbidden_characters' : null
}

/** An address as people write it; whether anybody reads it only a mail can tell. */
export function isEmail(text: string): boolean {
  return text.length <= MOST.email && EMAIL.test(text)
}

/** Number and names that people say aloud, and what a call may bring at most. */
export const MOST = {
  name: 200,
  personName: 100,
  email: 254,
  phone: 50,
  externalId: 100,
  emails: 20,
  contacts: 50,
  /** accounts of one bulk act */
  bulk: 20_000,
} as const

/** The letter that an account's short id begins with: the first of its name, without accents (ACC-1). */
export function shortIdLetter(name: string): string {
  return /[A-Z]/.exec(name.normalize('NFD').toUpperCase())?.[0] ?? 'X'
}

/** A short id as people type or import it: one or two letters and a number. */
export const SHORT_ID = /^[A-Za-z]{1,2}-?\d{1,9}$/

/** How a contact is called: first and last name as far as they are known. */
export function contactName({ firstName, lastName }: { firstName: string; lastName: string }): string {
  return `${firstName} ${lastName}`.trim()
}

export const emailSchema = z
  .string()
  .trim()
  .max(MOST.email)
  .refine(isEmail, { params: { code: 'invalid_email' } })

export const accountName = z
  .string()
  .trim()
  .superRefine((name, context) => {
    const code = accountNameProblem(name)
    if (code) context.addIssue({ code: 'custom', params: { code } })
  })

const EMAIL = /^[^\s@"<>()[\]\\,;:]{1,64}@[^\s@"<>()[\]\\,;:]+\.[^\s@"<>()[\]\\,;:.]{2,}$/u
