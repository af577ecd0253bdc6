import { z } from 'zod'
import { contract } from '#kernel/contract.ts'
import { idSchema } from '#kernel/id-schema.ts'
import type { AccountId, DocumentId, OrganizerId } from '#kernel/ids.ts'
import {
  answerSchema,
  answerValue,
  fileSchema,
  portalOrganizerRow,
  portalOrganizerView,
  progressSchema,
} from '../schemas.ts'

const params = z.object({ id: idSchema<OrganizerId>() })
const question = params.extend({ questionId: z.string().regex(/^[a-z0-9_]{1,64}$/) })

/** What a client does with an organizer, signed in or through the to-do link of a mail (D-12). */
export const fillingEndpoints = contract({
  listPortalOrganizers: {
    method: 'get',
    path: '/portal/organizers',
    summary: 'All organizers of the client’s accounts, newest first, completed and archived ones too',
    who: { client: true },
    query: z.object({
      accountId: idSchema<AccountId>().optional(),
      cursor: z.string().max(500).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    returns: z.object({ items: z.array(portalOrganizerRow), next: z.string().nullable() }),
    example: {},
  },
  getPortalOrganizer: {
    method: 'get',
    path: '/portal/organizers/{id}',
    summary: 'One organizer to fill in: questions, answers with their revisions, files, what is missing',
    who: { clientOrTodoLink: true },
    params,
    returns: portalOrganizerView,
    example: { params: { id: '$organizer' } },
  },
  openOrganizer: {
    method: 'put',
    path: '/portal/organizers/{id}/opening',
    summary: 'Says that the client looks at it; only the first time counts',
    who: { clientOrTodoLink: true },
    params,
    returns: z.object({ openedAt: z.iso.datetime() }),
    example: { params: { id: '$organizer' } },
  },
  saveAnswer: {
    method: 'put',
    path: '/portal/organizers/{id}/answers/{questionId}',
    summary:
      'Saves one answer as it is typed (ORG-40). `revision` is the one last seen, 0 for none; a save on top of a newer answer is refused with `stale` and that answer in `detail.current` (ORG-37)',
    who: { clientOrTodoLink: true },
    params: question,
    body: z.strictObject({ value: answerValue, revision: z.int().min(0) }),
    returns: answerSchema.extend({ progress: progressSchema }),
    refusals: ['stale', 'sealed', 'archived', 'conflict'],
  },
  attachFile: {
    method: 'post',
    path: '/portal/organizers/{id}/questions/{questionId}/files',
    summary: 'Uploads a file as an answer; it becomes a document in the account’s client uploads folder (ORG-13)',
    who: { clientOrTodoLink: true },
    params: question,
    format: 'upload',
    returns: fileSchema.extend({ progress: progressSchema }),
    status: 201,
    refusals: ['sealed', 'archived', 'conflict', 'too_large', 'unsupported_file'],
  },
  detachFile: {
    method: 'delete',
    path: '/portal/organizers/{id}/questions/{questionId}/files/{documentId}',
    summary: 'Takes a file out of an answer; the document itself stays (ORG-14)',
    who: { clientOrTodoLink: true },
    params: question.extend({ documentId: idSchema<DocumentId>() }),
    returns: z.object({ progress: progressSchema }),
    refusals: ['sealed', 'archived', 'conflict'],
  },
  submitOrganizer: {
    method: 'put',
    path: '/portal/organizers/{id}/submission',
    summary:
      'Submits it; a second time changes nothing (ORG-43). Refused with `incomplete` and one field per missing question: `path` is the question’s id (ORG-12)',
    who: { clientOrTodoLink: true },
    params,
    returns: z.object({ submittedAt: z.iso.datetime(), progress: progressSchema }),
    refusals: ['incomplete', 'sealed', 'archived'],
  },
})
