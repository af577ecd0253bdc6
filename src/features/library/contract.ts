import { z } from 'zod'
import { contract } from '#kernel/contract.ts'
import { idSchema } from '#kernel/id-schema.ts'
import type { PipelineId } from '#kernel/ids.ts'
import { LOCALES } from '#kernel/locale.ts'
import { ownPackEndpoints } from './contract-own.ts'
import { pack } from './model.ts'

const packSummary = z.object({
  key: z.string(),
  /** the language everything in it is written in */
  locale: z.enum(LOCALES),
  name: z.string(),
  summary: z.string(),
  /** names of its stages, in order */
  stages: z.array(z.string()),
  organizers: z.int(),
  questions: z.int(),
  emails: z.int(),
  tasks: z.int(),
  tags: z.int(),
})
export type PackSummary = z.output<typeof packSummary>

const params = z.object({ key: z.string().regex(/^[a-z0-9_]{1,64}$/) })

/** The templates that ship: to be looked at, and to be copied into the firm (D-21). */
const shippedEndpoints = contract({
  listPacks: {
    method: 'get',
    path: '/library',
    summary: 'The sets of templates that ship, each with a pipeline and all it uses',
    who: { staff: 'any' },
    returns: z.object({ items: z.array(packSummary) }),
    example: {},
  },
  getPack: {
    method: 'get',
    path: '/library/{key}',
    summary: 'Everything that one set would bring',
    who: { staff: 'any' },
    params,
    returns: pack,
    example: { params: { key: 'us_1040' } },
  },
  installPack: {
    method: 'post',
    path: '/library/{key}/installation',
    summary: 'Copies a set into the firm: tags, templates, and the pipeline, published at once (P-20, D-21)',
    who: { staff: 'manage_pipelines' },
    params,
    returns: z.object({ pipelineId: idSchema<PipelineId>(), name: z.string() }),
    status: 201,
    example: { params: { key: 'us_1040' } },
  },
})

/** Libraries of templates: what ships, and the firm's own (D-21). */
export const libraryContract = { ...shippedEndpoints, ...ownPackEndpoints }
