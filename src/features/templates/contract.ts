import { z } from 'zod'
import { contract } from '#kernel/contract.ts'
import { idSchema } from '#kernel/id-schema.ts'
import type { TemplateId } from '#kernel/ids.ts'
import { TEMPLATE_KINDS } from './model.ts'

/** What a list or a picker shows of a template. */
const templateSummary = z.object({
  id: idSchema<TemplateId>(),
  kind: z.enum(TEMPLATE_KINDS),
  name: z.string(),
  version: z.number().int(),
  /** where it was copied from the library: that one's key (D-21) */
  libraryKey: z.string().nullable(),
  revision: z.number().int(),
  updatedAt: z.iso.datetime(),
})
export type TemplateSummary = z.output<typeof templateSummary>

/** Templates of every kind; reading and changing one is done by the slice that knows what it says. */
export const templatesContract = contract({
  listTemplates: {
    method: 'get',
    path: '/templates',
    summary: 'Templates by name',
    who: { staff: 'any' },
    query: z.object({
      kind: z.enum(TEMPLATE_KINDS).optional(),
      /** part of the name */
      search: z.string().trim().max(200).optional(),
      cursor: z.string().max(1000).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    returns: z.object({ items: z.array(templateSummary), next: z.string().nullable() }),
    example: { query: { kind: 'email' } },
  },
})
