import { z } from 'zod'
import { contract } from '#kernel/contract.ts'
import { idSchema } from '#kernel/id-schema.ts'
import type { AccountId, JobId, OrganizerId, TemplateId } from '#kernel/ids.ts'
import { organizerRow, organizerView } from '../schemas.ts'

const params = z.object({ id: idSchema<OrganizerId>() })

/** Sending organizers by hand, and reading them. */
export const staffEndpoints = contract({
  sendOrganizers: {
    method: 'post',
    path: '/organizers',
    summary:
      'Sends an organizer to each of the accounts, offline ones too, and mails who is to be notified (ORG-30, ORG-33)',
    who: { staff: 'manage_organizers' },
    body: z.strictObject({
      templateId: idSchema<TemplateId>(),
      accountIds: z.array(idSchema<AccountId>()).min(1).max(50),
      /** with shortcodes; left out: the template's organizer name (XC-1) */
      name: z.string().trim().min(1).max(200).optional(),
      /** jobs of those accounts that shall wait for it (ORG-31, ORG-61) */
      jobIds: z.array(idSchema<JobId>()).max(200).optional(),
    }),
    returns: z.object({
      items: z.array(
        z.object({
          id: idSchema<OrganizerId>(),
          accountId: idSchema<AccountId>(),
          name: z.string(),
          /** 0: nobody of the account has Notify on; the organizer waits in the portal */
          mails: z.int(),
        }),
      ),
    }),
    status: 201,
    refusals: ['archived'],
    example: { body: { templateId: '$organizer_template', accountIds: ['$account'] } },
  },
  listOrganizers: {
    method: 'get',
    path: '/organizers',
    summary: 'Organizers of the accounts that the caller sees, newest first (ORG-57)',
    who: { staff: 'any' },
    query: z.object({
      accountId: idSchema<AccountId>().optional(),
      jobId: idSchema<JobId>().optional(),
      status: z.enum(['pending', 'submitted']).optional(),
      /** in the organizer's or the account's name */
      search: z.string().trim().max(200).optional(),
      cursor: z.string().max(500).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    returns: z.object({ items: z.array(organizerRow), next: z.string().nullable() }),
    example: {},
  },
  getOrganizer: {
    method: 'get',
    path: '/organizers/{id}',
    summary: 'One organizer with its questions, answers and files',
    who: { staff: 'any' },
    params,
    returns: organizerView,
    revision: 'sent',
    example: { params: { id: '$organizer' } },
  },
  renameOrganizer: {
    method: 'patch',
    path: '/organizers/{id}',
    summary: 'Renames a sent organizer (ORG-35)',
    who: { staff: 'manage_organizers' },
    params,
    body: z.strictObject({ name: z.string().trim().min(1).max(200) }),
    returns: organizerRow,
    revision: 'required',
    refusals: ['stale', 'precondition_required'],
  },
})
