import { z } from 'zod'
import { contract } from '#kernel/contract.ts'
import { emailSchema } from '#kernel/field-schemas.ts'
import { newPasswordSchema } from '#kernel/password.ts'

export const linkToken = z.string().min(1).max(200)
/** how long the link works, if there is one */
const asked = z.object({ minutes: z.number().int() })

/** What a mailed link would do, for the page that asks before doing it. */
const linkAnswer = z.object({
  purpose: z.enum(['client_sign_in', 'member_sign_in', 'password_reset']),
  name: z.string(),
})

/** What is done by links that were mailed: clients sign in, team members choose a new password. */
export const linksContract = contract({
  askForSignInLink: {
    method: 'post',
    path: '/portals/{slug}/sign-in-link',
    summary: 'Mails a sign-in link to a client; the answer is the same for addresses nobody has (D-12)',
    who: { anyone: true },
    params: z.object({ slug: z.string().max(60) }),
    body: z.strictObject({ email: emailSchema }),
    returns: asked,
    status: 202,
    refusals: ['too_many_attempts'],
    example: { params: { slug: '$slug' }, body: { email: 'sanne@example.com' } },
  },
  getMailedLink: {
    method: 'get',
    path: '/mailed-links/{token}',
    summary: 'What a mailed link would do; reading it does nothing and uses nothing up (D-12)',
    who: { anyone: true },
    params: z.object({ token: linkToken }),
    returns: linkAnswer,
    refusals: ['link_expired', 'link_used'],
  },
  enterPortal: {
    method: 'post',
    path: '/portal/session',
    summary: 'Signs a client in by a mailed link, once, for 30 days on this device',
    who: { anyone: true },
    body: z.strictObject({ token: linkToken }),
    returns: z.object({ slug: z.string() }),
    refusals: ['link_expired', 'link_used'],
  },
  askForPasswordReset: {
    method: 'post',
    path: '/password-reset-link',
    summary: 'Mails a link to choose a new password; the answer is the same for addresses nobody has',
    who: { anyone: true },
    body: z.strictObject({ email: emailSchema }),
    returns: asked,
    status: 202,
    refusals: ['too_many_attempts'],
    example: { body: { email: 'mara@example.com' } },
  },
  resetPassword: {
    method: 'put',
    path: '/password-reset',
    summary: 'Sets the password by a mailed link, once; every session of the login ends',
    who: { anyone: true },
    body: z.strictObject({ token: linkToken, password: newPasswordSchema }),
    returns: z.null(),
    status: 204,
    refusals: ['link_expired', 'link_used'],
  },
})
