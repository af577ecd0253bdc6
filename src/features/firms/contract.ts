import { z } from 'zod'
import { contract } from '#kernel/contract.ts'
import { emailSchema, localeSchema, timeZoneSchema } from '#kernel/field-schemas.ts'

const firmNameSchema = z.string().trim().min(1).max(120)
const color = z
  .string()
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/)

/** What the portal shows before anybody signed in, and nothing else. */
const portalFirm = z.object({ slug: z.string(), name: z.string(), color: z.string(), locale: localeSchema })
export type PortalFirm = z.output<typeof portalFirm>

const firm = portalFirm.extend({
  timeZone: z.string(),
  replyTo: z.string().nullable(),
  secondFactorRequired: z.boolean(),
  revision: z.number().int(),
})
export type Firm = z.output<typeof firm>

const firmChange = z.strictObject({
  name: firmNameSchema.optional(),
  locale: localeSchema.optional(),
  timeZone: timeZoneSchema.optional(),
  color: color.optional(),
  replyTo: emailSchema.nullable().optional(),
  secondFactorRequired: z.boolean().optional(),
})
export type FirmChange = z.output<typeof firmChange>

export const firmsContract = contract({
  getFirm: {
    method: 'get',
    path: '/firm',
    summary: 'The firm one is signed in to',
    who: { staff: 'any' },
    returns: firm,
    revision: 'sent',
    example: {},
  },
  changeFirm: {
    method: 'patch',
    path: '/firm',
    summary:
      'Changes the firm’s settings; a colour must be dark enough to read, and to require a second factor takes one',
    who: { staff: 'admin' },
    body: firmChange,
    returns: firm,
    revision: 'required',
    refusals: ['stale', 'precondition_required'],
    example: { body: { color: '#285f8f' } },
  },
  getPortalFirm: {
    method: 'get',
    path: '/portals/{slug}',
    summary: 'Whose portal this is',
    who: { anyone: true },
    params: z.object({ slug: z.string().max(60) }),
    returns: portalFirm,
    example: { params: { slug: '$slug' } },
  },
})
