import { z } from 'zod'
import { MOST as MOST_ACCOUNTS } from '#features/accounts/model.ts'
import { contract } from '#kernel/contract.ts'
import { daySchema } from '#kernel/field-schemas.ts'
import { idSchema } from '#kernel/id-schema.ts'
import type { AccountId, Id, JobId, MemberId, TaskId } from '#kernel/ids.ts'
import { MOST, TASK_PRIORITIES, TASK_STATUSES } from '../model.ts'
import {
  inOrder,
  newTaskSchema,
  roleIds,
  subtaskNames,
  taskDetailSchema,
  taskFields,
  taskName,
  taskSchema,
} from '../schemas.ts'

const taskId = z.object({ id: idSchema<TaskId>() })

/** Tasks of the team (T-1). */
export const taskEndpoints = contract({
  listTasks: {
    method: 'get',
    path: '/tasks',
    summary: 'Tasks that the caller may see, open ones by due date or priority, done ones newest first (T-8)',
    who: { staff: 'any' },
    query: z.object({
      /** me, none, or a member's id; left out: everybody's */
      assignee: z.union([z.enum(['me', 'none']), idSchema<MemberId>()]).optional(),
      /** any: those of both, by due date or priority, for a calendar */
      state: z.enum(['open', 'closed', 'any']).default('open'),
      status: z.enum(TASK_STATUSES).optional(),
      priority: z.enum(TASK_PRIORITIES).optional(),
      /** due on or after, on or before; without a due date a task is in no stretch of days */
      dueFrom: daySchema.optional(),
      dueTo: daySchema.optional(),
      /** in the name of the task or of its client */
      search: z.string().trim().max(200).optional(),
      accountId: idSchema<AccountId>().optional(),
      /** none: those that are linked to no job yet */
      jobId: z.union([z.literal('none'), idSchema<JobId>()]).optional(),
      recurrenceId: idSchema<Id<'recurrence'>>().optional(),
      /** closed ones come newest first in any case */
      sort: z.enum(['due', 'priority', 'newest']).default('due'),
      cursor: z.string().max(500).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    returns: z.object({ items: z.array(taskSchema), next: z.string().nullable(), myOpen: z.number().int() }),
    example: { query: { assignee: 'me' } },
  },
  getTask: {
    method: 'get',
    path: '/tasks/{id}',
    summary: 'One task with its checklist',
    who: { staff: 'any' },
    params: taskId,
    returns: taskDetailSchema,
    revision: 'sent',
    example: { params: { id: '$task' } },
  },
  createTask: {
    method: 'post',
    path: '/tasks',
    summary:
      'Creates a task for an account, alone or for one of its jobs, whose stage then waits for it (T-1, AM-18). Texts may hold shortcodes',
    who: { staff: 'any' },
    body: inOrder(
      taskFields.extend({
        roleIds,
        subtasks: subtaskNames,
        accountId: idSchema<AccountId>(),
        jobId: idSchema<JobId>().optional(),
      }),
    ),
    returns: newTaskSchema,
    status: 201,
    revision: 'sent',
    example: { body: { accountId: '$account', name: 'Check the payslips' } },
  },
  createTasks: {
    method: 'post',
    path: '/bulk-tasks',
    summary: 'Creates the same task for many accounts (T-2). Texts may hold shortcodes',
    who: { staff: 'any' },
    body: inOrder(
      taskFields.extend({
        roleIds,
        subtasks: subtaskNames,
        accountIds: z.array(idSchema<AccountId>()).min(1).max(MOST_ACCOUNTS.bulk),
      }),
    ),
    /** `unheldRoles`: roles that nobody holds for at least one of them (T-14) */
    returns: z.object({ created: z.number().int(), unheldRoles: z.array(z.string()) }),
    status: 201,
    example: { body: { accountIds: ['$account'], name: 'Call [ACCOUNT_NAME]' } },
  },
  changeTask: {
    method: 'put',
    path: '/tasks/{id}',
    summary: 'Changes what a task says, its checklist and who does it',
    who: { staff: 'any' },
    params: taskId,
    body: inOrder(
      taskFields.extend({
        /** in order; those with an id stay ticked or not, those that are left out go */
        subtasks: z
          .array(z.strictObject({ id: idSchema<Id<'subtask'>>().nullable().default(null), name: taskName }))
          .max(MOST.subtasks)
          .default([]),
      }),
    ),
    returns: taskDetailSchema,
    revision: 'required',
    refusals: ['stale', 'precondition_required'],
  },
  setTaskStatus: {
    method: 'put',
    path: '/tasks/{id}/status',
    summary: 'Sets where a task stands; completing one may move its job (T-7, T-12)',
    who: { staff: 'any' },
    params: taskId,
    body: z.strictObject({ status: z.enum(TASK_STATUSES) }),
    returns: taskDetailSchema,
    revision: 'sent',
  },
  setSubtask: {
    method: 'put',
    path: '/tasks/{id}/subtasks/{subtaskId}',
    summary: 'Ticks a line of the checklist, or takes the tick away; the task stays where it stands (T-5)',
    who: { staff: 'any' },
    params: taskId.extend({ subtaskId: idSchema<Id<'subtask'>>() }),
    body: z.strictObject({ done: z.boolean() }),
    returns: taskDetailSchema,
    revision: 'sent',
  },
})
