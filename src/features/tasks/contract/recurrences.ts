import { z } from 'zod'
import { contract } from '#kernel/contract.ts'
import { idSchema } from '#kernel/id-schema.ts'
import type { AccountId, Id } from '#kernel/ids.ts'
import { scheduleSchema } from '#kernel/recurrence/schedule-schema.ts'
import { contentFields } from '../schemas.ts'

const recurrenceId = z.object({ id: idSchema<Id<'recurrence'>>() })

/** What each task says; its days are counted from the day it comes, so fixed days are refused. */
const fields = z.strictObject({
  ...contentFields,
  dates: contentFields.dates.refine((dates) => dates.kind === 'relative', { path: ['kind'] }),
  schedule: scheduleSchema,
})

const named = z.object({ id: z.string(), name: z.string() })

const recurrenceSchema = z.object({
  id: z.string(),
  accountId: z.string(),
  accountName: z.string(),
  ...fields.shape,
  assignees: z.array(named),
  /** those of its roles that exist */
  roles: z.array(named),
  /** the next day it makes a task; null once it has ended */
  nextOn: z.string().nullable(),
  /** the client is archived: nothing is made meanwhile, and nothing is made up for */
  paused: z.boolean(),
  revision: z.number().int(),
})
export type TaskRecurrence = z.output<typeof recurrenceSchema>

/** Tasks that come again (T-6). */
export const recurrenceEndpoints = contract({
  listTaskRecurrences: {
    method: 'get',
    path: '/task-recurrences',
    summary: 'Tasks that come again, the next one first; ended ones by name',
    who: { staff: 'any' },
    query: z.object({
      state: z.enum(['active', 'ended']).default('active'),
      accountId: idSchema<AccountId>().optional(),
      cursor: z.string().max(1000).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    returns: z.object({ items: z.array(recurrenceSchema), next: z.string().nullable() }),
    example: { query: {} },
  },
  getTaskRecurrence: {
    method: 'get',
    path: '/task-recurrences/{id}',
    summary: 'One task that comes again',
    who: { staff: 'any' },
    params: recurrenceId,
    returns: recurrenceSchema,
    revision: 'sent',
  },
  createTaskRecurrence: {
    method: 'post',
    path: '/task-recurrences',
    summary: 'Makes a task of an account again and again, at 0:00 of its days in the firm’s time zone (T-6)',
    who: { staff: 'any' },
    body: fields.extend({ accountId: idSchema<AccountId>() }),
    returns: recurrenceSchema,
    status: 201,
    revision: 'sent',
    example: {
      body: {
        accountId: '$account',
        title: 'Reconcile [LAST_MONTH_NAME]',
        schedule: { frequency: 'monthly', startOn: '2100-01-31' },
      },
    },
  },
  changeTaskRecurrence: {
    method: 'put',
    path: '/task-recurrences/{id}',
    summary: 'Changes what comes and when; one that has ended starts again. Tasks already made stay as they are (J-26)',
    who: { staff: 'any' },
    params: recurrenceId,
    body: fields,
    returns: recurrenceSchema,
    revision: 'required',
    refusals: ['stale', 'precondition_required'],
  },
  endTaskRecurrence: {
    method: 'put',
    path: '/task-recurrences/{id}/end',
    summary: 'Lets nothing come any more; tasks already made stay (J-26)',
    who: { staff: 'any' },
    params: recurrenceId,
    returns: recurrenceSchema,
    revision: 'sent',
  },
})
