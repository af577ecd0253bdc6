import { z } from 'zod'
import { contract } from '#kernel/contract.ts'
import { idSchema } from '#kernel/id-schema.ts'
import type { AccountId } from '#kernel/ids.ts'
import { statusColor } from '../client-statuses/model.ts'

const work = z.object({
  id: z.string(),
  /** what the client calls it, else the job's own name */
  name: z.string(),
  /** null: shown without one */
  status: z.object({ name: z.string(), color: statusColor }).nullable(),
  description: z.string(),
  updatedAt: z.iso.datetime(),
})
export type ClientWork = z.output<typeof work>
const list = z.object({ items: z.array(work) })

/** Jobs as clients see them; nothing of pipelines, stages or the team is in it (CFS-12, CFS-13, P-7). */
export const clientWorkContract = contract({
  listPortalWork: {
    method: 'get',
    path: '/portal/work-in-progress',
    summary: 'What the firm is doing for an account, as far as it shows it, most recently updated first (CFS-12)',
    who: { client: true },
    query: z.object({ accountId: idSchema<AccountId>() }),
    returns: list,
    example: { query: { accountId: '$account' } },
  },
  listClientWork: {
    method: 'get',
    path: '/accounts/{id}/work-in-progress',
    summary: 'The same list, for staff who want to see what the client sees (CFS-12)',
    who: { staff: 'any' },
    params: z.object({ id: idSchema<AccountId>() }),
    returns: list,
    example: { params: { id: '$account' } },
  },
})
