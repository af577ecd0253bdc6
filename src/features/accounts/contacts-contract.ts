import { z } from 'zod'
import { contract } from '#kernel/contract.ts'
import { idSchema } from '#kernel/id-schema.ts'
import type { AccountId, ContactId, Id } from '#kernel/ids.ts'
import { LOCALES } from '#kernel/locale.ts'
import { emailSchema, MOST } from './model.ts'
import { accountSchema, contactSchema, newContactSchema } from './schemas.ts'

export type ContactEmailId = Id<'contact_email'>

const params = z.object({ id: idSchema<ContactId>() })
const emailParams = params.extend({ emailId: idSchema<ContactEmailId>() })
const linkParams = z.object({ id: idSchema<AccountId>(), contactId: idSchema<ContactId>() })
const personName = z.string().trim().max(MOST.personName)

/** Contacts: people with their addresses; Login and Notify stand on (account, contact, e-mail) (CON-1 to CON-4). */
export const contactsContract = contract({
  listContacts: {
    method: 'get',
    path: '/contacts',
    summary: 'People that the caller may see, by name',
    who: { staff: 'any' },
    query: z.object({
      search: z.string().trim().max(200).optional(),
      cursor: z.string().max(1000).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    returns: z.object({ items: z.array(contactSchema), next: z.string().nullable() }),
    example: {},
  },
  getContact: {
    method: 'get',
    path: '/contacts/{id}',
    summary: 'One person with addresses and clients',
    who: { staff: 'any' },
    params,
    returns: contactSchema,
    revision: 'sent',
    example: { params: { id: '$contact' } },
  },
  createContact: {
    method: 'post',
    path: '/contacts',
    summary: 'Makes a person who belongs to no client yet (CON-1)',
    who: { staff: 'manage_contacts' },
    body: newContactSchema,
    returns: contactSchema,
    status: 201,
    example: { body: { firstName: 'Priya', lastName: 'Shah', emails: [{ email: 'priya@example.com' }] } },
  },
  changeContact: {
    method: 'patch',
    path: '/contacts/{id}',
    summary: 'Changes names, phone or language',
    who: { staff: 'manage_contacts' },
    params,
    body: z.strictObject({
      firstName: personName.optional(),
      lastName: personName.optional(),
      phone: z.string().trim().max(MOST.phone).nullable().optional(),
      locale: z.enum(LOCALES).nullable().optional(),
    }),
    returns: contactSchema,
    revision: 'required',
    refusals: ['stale', 'precondition_required'],
  },
  addContactEmail: {
    method: 'post',
    path: '/contacts/{id}/emails',
    summary: 'Adds an address, its switches off until somebody turns them on; a first address gets Notify',
    who: { staff: 'manage_contacts' },
    params,
    body: z.strictObject({ email: emailSchema }),
    returns: contactSchema,
    status: 201,
    example: { params: { id: '$contact' }, body: { email: 'second@example.com' } },
  },
  changeContactEmail: {
    method: 'patch',
    path: '/contacts/{id}/emails/{emailId}',
    summary: 'Replaces an address; its switches stay, links mailed to the old one stop working (CON-8)',
    who: { staff: 'manage_contacts' },
    params: emailParams,
    body: z.strictObject({ email: emailSchema }),
    returns: contactSchema,
  },
  removeContactEmail: {
    method: 'delete',
    path: '/contacts/{id}/emails/{emailId}',
    summary: 'Removes an address with its access and its links',
    who: { staff: 'manage_contacts' },
    params: emailParams,
    returns: z.null(),
    status: 204,
  },
  setContactSettings: {
    method: 'put',
    path: '/accounts/{id}/contacts/{contactId}/emails/{emailId}/settings',
    summary: 'Switches Login and Notify of one address on one client (CON-2 to CON-4)',
    who: { staff: 'manage_contacts' },
    params: linkParams.extend({ emailId: idSchema<ContactEmailId>() }),
    body: z.strictObject({ login: z.boolean(), notify: z.boolean() }),
    returns: accountSchema,
  },
  removeAccountContact: {
    method: 'delete',
    path: '/accounts/{id}/contacts/{contactId}',
    summary: 'Takes a contact off a client; the person stays. The last contact of a client stays too (ACC-2)',
    who: { staff: 'manage_contacts' },
    params: linkParams,
    returns: z.null(),
    status: 204,
    refusals: ['conflict'],
  },
})
