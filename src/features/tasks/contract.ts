import { z } from 'zod'
import { contract } from '#kernel/contract.ts'
import { idSchema } from '#kernel/id-schema.ts'
import type { AccountId, JobId, MemberId, TaskId, TemplateId } from '#kernel/ids.ts'
import { TASK_PRIORITIES, TASK_STATUSES } from './model.ts'

const taskId = z.object({ id: idSchema<TaskId>() })
const date = z.iso.date().nullable()

const fields = z.strictObject({
  name: z.string().trim().min(1).max(255),
  description: z.string().trim().max(10_000).default(''),
  priority: z.enum(TASK_PRIORITIES).default('medium'),
  dueOn: date.default(null),
  assigneeIds: z.array(idSchema<MemberId>()).max(50).default([]),
})

export const taskSchema = z.object({
  id: z.string(),
  accountId: z.string(),
  accountName: z.string(),
  jobId: z.string().nullable(),
  jobName: z.string().nullable(),
  name: z.string(),
  description: z.string(),
  status: z.enum(TASK_STATUSES),
  priority: z.enum(TASK_PRIORITIES),
  dueOn: z.string().nullable(),
  assignees: z.array(z.object({ id: z.string(), name: z.string() })),
  createdBy: z.object({ kind: z.string(), name: z.string() }),
  createdAt: z.string(),
  completedAt: z.string().nullable(),
  revision: z.number().int(),
})
export type Task = z.output<typeof taskSchema>

const templateFields = z.strictObject({
  name: z.string().trim().min(1).max(120),
  title: z.string().trim().min(1).max(255),
  description: z.string().trim().max(10_000).default(''),
  priority: z.enum(TASK_PRIORITIES).default('medium'),
  /** counted from the day of creation, in the firm's time zone */
  dueInDays: z.number().int().min(0).max(3650).nullable().default(null),
  assigneeIds: z.array(idSchema<MemberId>()).max(50).default([]),
})

const templateSchema = z.object({ id: z.string(), ...templateFields.shape, revision: z.number().int() })

/** Tasks of the team, and their templates. Clients never see either (T-1, POR-8). */
export const tasksContract = contract({
  listTasks: {
    method: 'get',
    path: '/tasks',
    summary: 'Tasks that the caller may see, open ones by due date, done ones newest first (T-8)',
    who: { staff: 'any' },
    query: z.object({
      /** me, none, or a member's id; left out: everybody's */
      assignee: z.union([z.enum(['me', 'none']), idSchema<MemberId>()]).optional(),
      state: z.enum(['open', 'closed']).default('open'),
      accountId: idSchema<AccountId>().optional(),
      jobId: idSchema<JobId>().optional(),
      cursor: z.string().max(500).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    returns: z.object({ items: z.array(taskSchema), next: z.string().nullable(), myOpen: z.number().int() }),
    example: { query: { assignee: 'me' } },
  },
  getTask: {
    method: 'get',
    path: '/tasks/{id}',
    summary: 'One task',
    who: { staff: 'any' },
    params: taskId,
    returns: taskSchema,
    revision: 'sent',
    example: { params: { id: '$task' } },
  },
  createTask: {
    method: 'post',
    path: '/tasks',
    summary: 'Creates a task for an account, alone or for one of its jobs, whose stage then waits for it (T-1, AM-18)',
    who: { staff: 'any' },
    body: fields.extend({ accountId: idSchema<AccountId>(), jobId: idSchema<JobId>().optional() }),
    returns: taskSchema,
    status: 201,
    revision: 'sent',
    example: { body: { accountId: '$account', name: 'Check the payslips' } },
  },
  changeTask: {
    method: 'put',
    path: '/tasks/{id}',
    summary: 'Changes what a task says and who does it',
    who: { staff: 'any' },
    params: taskId,
    body: fields,
    returns: taskSchema,
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
    returns: taskSchema,
    revision: 'sent',
  },
  getTaskTemplate: {
    method: 'get',
    path: '/task-templates/{id}',
    summary: 'One task template',
    who: { staff: 'any' },
    params: z.object({ id: idSchema<TemplateId>() }),
    returns: templateSchema,
    revision: 'sent',
    example: { params: { id: '$taskTemplate' } },
  },
  createTaskTemplate: {
    method: 'post',
    path: '/task-templates',
    summary: 'Creates a task template (T-11)',
    who: { staff: 'manage_templates' },
    body: templateFields,
    returns: templateSchema,
    status: 201,
    revision: 'sent',
    example: { body: { name: 'Review', title: 'Review the return of [ACCOUNT_NAME]' } },
  },
  changeTaskTemplate: {
    method: 'put',
    path: '/task-templates/{id}',
    summary: 'Changes a task template; tasks already made stay as they are (A-8)',
    who: { staff: 'manage_templates' },
    params: z.object({ id: idSchema<TemplateId>() }),
    body: templateFields,
    returns: templateSchema,
    revision: 'required',
    refusals: ['stale', 'precondition_required'],
  },
})
