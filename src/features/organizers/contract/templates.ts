import { z } from 'zod'
import { contract } from '#kernel/contract.ts'
import { idSchema } from '#kernel/id-schema.ts'
import type { TemplateId } from '#kernel/ids.ts'
import { organizerDefinition } from '../model.ts'
import { organizerTemplateRow, organizerTemplateView } from '../schemas.ts'

const params = z.object({ id: idSchema<TemplateId>() })
const body = z.strictObject({
  /** what staff picks from */
  name: z.string().trim().min(1).max(200),
  /** what the client sees, with shortcodes; empty: the template's name (ORG-3, XC-1) */
  organizerName: z.string().trim().max(200),
  definition: organizerDefinition,
})

/** Organizer templates. A template is deleted through the pipelines slice, which knows its uses (FAIL-1). */
export const templateEndpoints = contract({
  listOrganizerTemplates: {
    method: 'get',
    path: '/organizer-templates',
    summary: 'Organizer templates by name',
    who: { staff: 'any' },
    query: z.object({
      search: z.string().trim().max(200).optional(),
      cursor: z.string().max(500).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    returns: z.object({ items: z.array(organizerTemplateRow), next: z.string().nullable() }),
    example: {},
  },
  getOrganizerTemplate: {
    method: 'get',
    path: '/organizer-templates/{id}',
    summary: 'One organizer template with its newest content',
    who: { staff: 'any' },
    params,
    returns: organizerTemplateView,
    revision: 'sent',
    example: { params: { id: '$organizer_template' } },
  },
  createOrganizerTemplate: {
    method: 'post',
    path: '/organizer-templates',
    summary: 'Makes an organizer template (ORG-1 to ORG-5)',
    who: { staff: 'manage_templates' },
    body,
    returns: organizerTemplateView,
    status: 201,
    example: {
      body: {
        name: 'Rental income',
        organizerName: 'Rental income [TAX_YEAR]',
        definition: { sections: [{ id: 'rent', name: 'Rent', condition: null, blocks: [] }] },
      },
    },
  },
  changeOrganizerTemplate: {
    method: 'put',
    path: '/organizer-templates/{id}',
    summary: 'Gives a template new content; organizers that were sent stay as they are (ORG-10)',
    who: { staff: 'manage_templates' },
    params,
    body,
    returns: organizerTemplateView,
    revision: 'required',
    refusals: ['stale', 'precondition_required'],
  },
  copyOrganizerTemplate: {
    method: 'post',
    path: '/organizer-templates/{id}/copies',
    summary: 'Makes a copy of a template under the next free name: “Name (2)”',
    who: { staff: 'manage_templates' },
    params,
    returns: organizerTemplateView,
    status: 201,
    example: { params: { id: '$organizer_template' } },
  },
})
