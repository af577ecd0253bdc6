import { z } from 'zod'
import { idSchema } from '#kernel/id-schema.ts'
import type { AccountId, ContactId } from '#kernel/ids.ts'
import { LOCALES } from '#kernel/locale.ts'
import { ACCOUNT_TYPES, emailSchema, MOST } from './model.ts'

const named = z.object({ id: z.string(), name: z.string() })

/** One row of the list of clients. */
export const accountRowSchema = z.object({
  id: z.string(),
  shortId: z.string(),
  externalId: z.string().nullable(),
  name: z.string(),
  type: z.enum(ACCOUNT_TYPES),
  state: z.enum(['active', 'archived']),
  tags: z.array(named.extend({ color: z.string() })),
  members: z.array(named),
  contactCount: z.number().int(),
  /** somebody can sign in to the portal (ACC-3) */
  login: z.boolean(),
  /** somebody gets mails */
  notify: z.boolean(),
  revision: z.number().int(),
})
export type AccountRow = z.output<typeof accountRowSchema>

/** An address of a contact on one account, with what stands on that combination (CON-2). */
const settingSchema = z.object({ id: z.string(), email: z.string(), login: z.boolean(), notify: z.boolean() })

const person = z.object({
  id: z.string(),
  name: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  phone: z.string().nullable(),
  /** null: the firm's language */
  locale: z.enum(LOCALES).nullable(),
  revision: z.number().int(),
})

export const accountSchema = accountRowSchema.extend({
  createdAt: z.string(),
  contacts: z.array(person.extend({ emails: z.array(settingSchema) })),
})
export type Account = z.output<typeof accountSchema>

export const contactSchema = person.extend({
  emails: z.array(z.object({ id: z.string(), email: z.string() })),
  /** those the caller may see */
  accounts: z.array(named.extend({ shortId: z.string() })),
})
export type Contact = z.output<typeof contactSchema>

const personName = z.string().trim().max(MOST.personName)

export const personFields = {
  firstName: personName.default(''),
  lastName: personName.default(''),
  phone: z.string().trim().max(MOST.phone).nullable().default(null),
  locale: z.enum(LOCALES).nullable().default(null),
}

/** A person to be made, with the switches of each address on the account he is made for. */
export const newContactSchema = z
  .strictObject({
    ...personFields,
    emails: z
      .array(
        z.strictObject({ email: emailSchema, login: z.boolean().default(false), notify: z.boolean().default(true) }),
      )
      .max(MOST.emails)
      .default([]),
  })
  .refine((it) => it.firstName !== '' || it.lastName !== '', { path: ['firstName'], params: { code: 'required' } })
  .refine((it) => new Set(it.emails.map((each) => each.email.toLowerCase())).size === it.emails.length, {
    path: ['emails'],
    params: { code: 'duplicate' },
  })
export type NewContact = z.output<typeof newContactSchema>

/** A contact that exists; the switches are for all of his addresses. */
export const linkedContactSchema = z.strictObject({
  contactId: idSchema<ContactId>(),
  login: z.boolean().default(false),
  notify: z.boolean().default(true),
})
export type LinkedContact = z.output<typeof linkedContactSchema>

/** What the list of clients can be narrowed by. */
export const accountFilter = {
  /** in name, short id, names and addresses of contacts */
  search: z.string().trim().max(200).optional(),
  tagId: idSchema().optional(),
  memberId: idSchema().optional(),
  type: z.enum(ACCOUNT_TYPES).optional(),
  state: z.enum(['active', 'archived', 'all']).default('active'),
  /** `on`: somebody can sign in; `off`: nobody can (ACC-3) */
  login: z.enum(['on', 'off']).optional(),
}
export type AccountFilter = z.output<z.ZodObject<typeof accountFilter>>

export const accountIds = z.array(idSchema<AccountId>()).min(1).max(MOST.bulk)
