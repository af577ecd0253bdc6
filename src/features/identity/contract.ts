import { z } from 'zod'
import { contract } from '#kernel/contract.ts'
import { emailSchema, localeSchema } from '#kernel/field-schemas.ts'
import { idSchema } from '#kernel/id-schema.ts'
import type { AccountId, FirmId } from '#kernel/ids.ts'
import { LONGEST_PASSWORD, newPasswordSchema } from '#kernel/password.ts'
import { RIGHTS, ROLES } from '#kernel/rights.ts'
import { linksContract, linkToken } from './links-contract.ts'

/** A password given to prove who one is. */
const password = z.string().min(1).max(LONGEST_PASSWORD)
const code = z
  .string()
  .max(20)
  .transform((text) => text.replaceAll(/\s/g, ''))
  .pipe(z.string().min(1))

const ownFirm = z.object({ id: z.string(), name: z.string(), slug: z.string() })
/** `second_factor`: the password was right, a code is still needed. `firms`: the entered one first, then the others. */
const signInAnswer = z.object({ state: z.enum(['signed_in', 'second_factor']), firms: z.array(ownFirm) })

const sessionFirm = z.object({
  id: z.string(),
  name: z.string(),
  slug: z.string(),
  color: z.string(),
  locale: localeSchema,
  timeZone: z.string(),
})
const memberSession = z.object({
  kind: z.literal('member'),
  firm: sessionFirm,
  member: z.object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role: z.enum(ROLES),
    /** every right held, also those that come with the role */
    rights: z.array(z.enum(RIGHTS)),
    /** null: the firm's */
    locale: localeSchema.nullable(),
  }),
  /** `missing`: the firm requires one, and nothing else is answered until it is set up (SEC-1) */
  secondFactor: z.enum(['on', 'off', 'missing']),
  otherFirms: z.array(ownFirm),
})
const clientSession = z.object({
  kind: z.literal('client'),
  firm: sessionFirm,
  contact: z.object({ name: z.string(), email: z.string(), locale: localeSchema.nullable() }),
  /** those with Login on (D-12 a), by name */
  accounts: z.array(z.object({ id: idSchema<AccountId>(), name: z.string() })),
})
const todoLinkSession = clientSession.extend({ kind: z.literal('todo_link') })
const sessionAnswer = z.discriminatedUnion('kind', [memberSession, clientSession, todoLinkSession])
export type SessionAnswer = z.output<typeof sessionAnswer>

const sessionContract = contract({
  getSession: {
    method: 'get',
    path: '/session',
    summary: 'Who is signed in, as what and in which firm',
    who: { anyone: true },
    returns: sessionAnswer,
    refusals: ['not_signed_in'],
    example: {},
  },
  signIn: {
    method: 'post',
    path: '/session',
    summary: 'Signs a team member in by password; the session’s cookie comes with the answer',
    who: { anyone: true },
    body: z.strictObject({ email: emailSchema, password }),
    returns: signInAnswer,
    refusals: ['wrong_credentials', 'too_many_attempts', 'cross_site'],
    example: { body: { email: 'mara@example.com', password: 'correct horse battery' } },
  },
  giveSecondFactor: {
    method: 'put',
    path: '/session/second-factor',
    summary: 'The second step of signing in: the authenticator app’s code, or a backup code',
    who: { anyone: true },
    body: z.strictObject({ code }),
    returns: signInAnswer,
    refusals: ['code_wrong', 'too_many_attempts', 'not_signed_in'],
    example: { body: { code: '123456' } },
  },
  switchFirm: {
    method: 'put',
    path: '/session/firm',
    summary: 'Goes on in another firm of the same login',
    who: { staff: 'any', beforeSecondFactor: true },
    body: z.strictObject({ firmId: idSchema<FirmId>() }),
    returns: z.null(),
    status: 204,
  },
  signOut: {
    method: 'delete',
    path: '/session',
    summary: 'Signs out on this device',
    who: { anyone: true },
    returns: z.null(),
    status: 204,
    example: {},
  },
  enterByMemberLink: {
    method: 'post',
    path: '/session/link',
    summary: 'Signs a team member in by a one-time link; only the demo firm gives them out (D-18)',
    who: { anyone: true },
    body: z.strictObject({ token: linkToken }),
    returns: z.null(),
    status: 204,
    refusals: ['link_expired', 'link_used'],
  },
})

const withOwnPassword = z.strictObject({ password })
const secretContract = contract({
  startSecondFactor: {
    method: 'post',
    path: '/second-factor',
    summary: 'Begins to set up an authenticator app; nothing is asked for until it is confirmed',
    who: { staff: 'any', beforeSecondFactor: true },
    body: withOwnPassword,
    returns: z.object({ uri: z.string(), secret: z.string(), backupCodes: z.array(z.string()) }),
    status: 201,
    refusals: ['conflict', 'too_many_attempts'],
  },
  confirmSecondFactor: {
    method: 'put',
    path: '/second-factor/confirmation',
    summary: 'Confirms the app by its first code; from now on signing in asks for one',
    who: { staff: 'any', beforeSecondFactor: true },
    body: z.strictObject({ code }),
    returns: z.null(),
    status: 204,
    refusals: ['code_wrong', 'conflict'],
  },
  removeSecondFactor: {
    method: 'put',
    path: '/second-factor/removal',
    summary: 'Does without the second factor again; refused while one of the firms requires it',
    who: { staff: 'any' },
    body: withOwnPassword,
    returns: z.null(),
    status: 204,
    refusals: ['conflict', 'too_many_attempts'],
  },
  renewBackupCodes: {
    method: 'post',
    path: '/second-factor/backup-codes',
    summary: 'Makes new backup codes; the old ones end',
    who: { staff: 'any' },
    body: withOwnPassword,
    returns: z.object({ backupCodes: z.array(z.string()) }),
    status: 201,
    refusals: ['conflict', 'too_many_attempts'],
  },
  changePassword: {
    method: 'put',
    path: '/password',
    summary: 'Changes one’s own password; every other session of the login ends',
    who: { staff: 'any' },
    body: z.strictObject({ current: password, next: newPasswordSchema }),
    returns: z.null(),
    status: 204,
    refusals: ['too_many_attempts'],
  },
})

/** Logins and sessions: staff by password and second factor, clients by mailed links (SEC-1, D-12). */
export const identityContract = { ...sessionContract, ...linksContract, ...secretContract }
