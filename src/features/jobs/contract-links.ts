import { z } from 'zod'
import { contract } from '#kernel/contract.ts'
import { idSchema } from '#kernel/id-schema.ts'
import type { JobId } from '#kernel/ids.ts'
import { jobSchema } from './schemas.ts'

const itemKind = z.enum(['organizer', 'task', 'job'])
export type ItemKindToLink = z.output<typeof itemKind>
export type PlaceToLink = 'stage' | 'status'

/** Links made by hand count like those that automations make (J-30 to J-36). */
export const jobLinksContract = contract({
  linkItem: {
    method: 'post',
    path: '/jobs/{id}/items',
    summary:
      'Links an organizer, a task or another job of the same client; nothing moves by that alone, `explanation.moves` says what it earned (AM-15)',
    who: { staff: 'any' },
    params: z.object({ id: idSchema<JobId>() }),
    body: z.strictObject({
      kind: itemKind,
      itemId: idSchema(),
      /** what it holds: the stage, or the custom status that the job is in (J-42) */
      to: z.enum(['stage', 'status']).default('stage'),
    }),
    returns: jobSchema,
    status: 201,
    revision: 'sent',
    refusals: ['archived'],
    example: { params: { id: '$job' }, body: { kind: 'task', itemId: '$task' } },
  },
  unlinkItem: {
    method: 'delete',
    path: '/jobs/{id}/items/{itemId}',
    summary:
      'Unlinks an organizer, a task or another job, which stays; the job may move on by that, save where it was a job (J-33, AM-22)',
    who: { staff: 'any' },
    params: z.object({ id: idSchema<JobId>(), itemId: idSchema() }),
    returns: jobSchema,
    revision: 'sent',
  },
  moveOnJob: {
    method: 'post',
    path: '/jobs/{id}/moves-on',
    summary: 'Moves the job on as far as it has earned, such as after a finished item was linked (AM-15)',
    who: { staff: 'any' },
    params: z.object({ id: idSchema<JobId>() }),
    returns: jobSchema,
    revision: 'sent',
    refusals: ['archived'],
  },
})
