import { z } from 'zod'
import { contract } from '#kernel/contract.ts'
import { idSchema } from '#kernel/id-schema.ts'
import type { AccountId, DocumentId } from '#kernel/ids.ts'

const document = z.object({
  id: idSchema<DocumentId>(),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.number().int(),
  uploadedBy: z.object({ kind: z.string(), name: z.string() }),
  uploadedAt: z.iso.datetime(),
})
export type Document = z.output<typeof document>

const documentParams = z.object({ id: idSchema<DocumentId>() })

/** Documents of an account: so far what its clients upload (DOC-2). */
export const documentsContract = contract({
  listDocuments: {
    method: 'get',
    path: '/accounts/{id}/documents',
    summary: 'Documents of an account, newest first (DOC-5)',
    who: { staff: 'any' },
    params: z.object({ id: idSchema<AccountId>() }),
    query: z.object({
      cursor: z.string().max(500).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    returns: z.object({ items: z.array(document), next: z.string().nullable() }),
    example: { params: { id: '$account' } },
  },
  getDocumentContent: {
    method: 'get',
    path: '/documents/{id}/content',
    summary: 'The file itself, always as a download',
    who: { staff: 'any' },
    params: documentParams,
    format: 'bytes',
    returns: z.unknown(),
    example: { params: { id: '$document' } },
  },
  getPortalDocumentContent: {
    method: 'get',
    path: '/portal/documents/{id}/content',
    summary: 'The file itself, for clients of its account',
    who: { client: true },
    params: documentParams,
    format: 'bytes',
    returns: z.unknown(),
    example: { params: { id: '$document' } },
  },
})
