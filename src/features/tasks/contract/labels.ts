import { z } from 'zod'
import { contract } from '#kernel/contract.ts'

const label = z
  .string()
  .trim()
  .max(40)
  .transform((text) => text.replaceAll(/\s+/g, ' ') || null)
  .nullable()
  .default(null)
const labels = z.strictObject({ planned: label, in_progress: label, completed: label, canceled: label })
export type TaskStatusLabels = z.output<typeof labels>

const returned = z.nullable(z.string())
const returns = z.object({
  /** null: the product's own word, in the language of whoever reads */
  labels: z.object({ planned: returned, in_progress: returned, completed: returned, canceled: returned }),
  revision: z.number().int(),
})

/** What a firm calls the four statuses of tasks; what they mean never changes (T-4). */
export const labelEndpoints = contract({
  getTaskStatusLabels: {
    method: 'get',
    path: '/task-status-labels',
    summary: 'What the firm calls the statuses of tasks; null where it has no word of its own (T-4)',
    who: { staff: 'any' },
    returns,
    revision: 'sent',
    example: {},
  },
  changeTaskStatusLabels: {
    method: 'put',
    path: '/task-status-labels',
    summary: 'Names the statuses of tasks; an empty name gives the product’s own word back (T-4)',
    who: { staff: 'admin' },
    body: z.strictObject({ labels }),
    returns,
    revision: 'required',
    refusals: ['stale', 'precondition_required'],
    example: { body: { labels: { in_progress: 'On my desk' } } },
  },
})
