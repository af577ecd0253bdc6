import { z } from 'zod'
import { contract } from '#kernel/contract.ts'
import { idSchema } from '#kernel/id-schema.ts'
import type { OrganizerId } from '#kernel/ids.ts'
import { LOCALES } from '#kernel/locale.ts'

const params = z.object({ token: z.string().regex(/^[\w-]{43}$/) })
const mailed = z.object({
  /** the address, mostly hidden: s•••e@example.com */
  sentTo: z.string(),
  expiresAt: z.iso.datetime(),
})

/**
 * The link of a mail, `/todo/<token>` in the web app: it opens one organizer on one device (D-12 b). Looking at it binds
 * nothing and uses up nothing; the device is the browser that holds the cookie which `confirmTodoLink` sets.
 */
export const todoLinkEndpoints = contract({
  getTodoLink: {
    method: 'get',
    path: '/todo-links/{token}',
    summary: 'What a to-do link opens, and whether this device may open it; tells no more than its mail did',
    who: { anyone: true },
    params,
    returns: z.object({
      firm: z.object({ name: z.string(), color: z.string() }),
      /** the language of the mail */
      locale: z.enum(LOCALES),
      organizerName: z.string(),
      /** where the reader has several accounts, as in the mail (EML-5) */
      accountName: z.string().nullable(),
      sentTo: z.string(),
      sentAt: z.iso.datetime(),
      expiresAt: z.iso.datetime(),
      /** `free`: a button confirms; `here`: this device holds it; `elsewhere`: another does, ask for a code */
      state: z.enum(['free', 'here', 'elsewhere', 'expired']),
      /** where to go at once: this device holds the link, or a client is signed in who sees the organizer anyway */
      organizerId: idSchema<OrganizerId>().nullable(),
    }),
  },
  confirmTodoLink: {
    method: 'put',
    path: '/todo-links/{token}/device',
    summary:
      'Opens the link on this device. The first device needs no code; any other the one that was mailed, refused with `code_wrong` and `detail.triesLeft`',
    who: { anyone: true },
    params,
    body: z.strictObject({
      code: z
        .string()
        .trim()
        .regex(/^\d{6}$/)
        .optional(),
    }),
    returns: z.object({ organizerId: idSchema<OrganizerId>() }),
    refusals: ['link_expired', 'other_device', 'code_wrong', 'too_many_attempts'],
  },
  mailTodoCode: {
    method: 'post',
    path: '/todo-links/{token}/code',
    summary: 'Mails a code of 6 digits for 10 minutes, to open a link on a further device',
    who: { anyone: true },
    params,
    returns: mailed,
    status: 202,
    refusals: ['link_expired', 'conflict', 'too_many_attempts'],
  },
  renewTodoLink: {
    method: 'post',
    path: '/todo-links/{token}/renewal',
    summary: 'Mails a new link, good for 7 days, to the address that the old one went to',
    who: { anyone: true },
    params,
    returns: mailed,
    status: 202,
    refusals: ['too_many_attempts'],
  },
})
