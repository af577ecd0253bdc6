import { z } from 'zod'
import { daySchema } from '#kernel/field-schemas.ts'
import { idSchema } from '#kernel/id-schema.ts'
import type { MemberId, RoleId } from '#kernel/ids.ts'
import { isDueBeforeStart } from '#kernel/planned-dates.ts'
import { plannedDatesSchema } from '#kernel/planned-dates-schema.ts'
import { MOST, OPEN_STATUSES, TASK_PRIORITIES, TASK_STATUSES } from './model.ts'

export const taskName = z.string().trim().min(1).max(MOST.name)

/** What a task and a template of tasks both say. */
const common = {
  description: z.string().trim().max(MOST.description).default(''),
  priority: z.enum(TASK_PRIORITIES).default('medium'),
  assigneeIds: z.array(idSchema<MemberId>()).max(MOST.assignees).default([]),
}

/** Roles that stand for whoever holds them for the account, once the task is made (D-17). */
export const roleIds = z.array(idSchema<RoleId>()).max(MOST.assignees).default([])

/** What one task says (T-3). */
export const taskFields = z.strictObject({
  name: taskName,
  ...common,
  startOn: daySchema.nullable().default(null),
  dueOn: daySchema.nullable().default(null),
})

/** Names of a checklist, in order (T-5). */
export const subtaskNames = z.array(taskName).max(MOST.subtasks).default([])

/** Refuses what is due before it starts (JD-4). */
export function inOrder<Fields extends z.ZodType<{ startOn: string | null; dueOn: string | null }>>(fields: Fields) {
  return fields.refine((task) => !isDueBeforeStart(task), { path: ['dueOn'], params: { code: 'before_start' } })
}

/** What a template of tasks, or a recurrence of them, says of each (T-11). */
export const contentFields = {
  title: taskName,
  ...common,
  status: z.enum(OPEN_STATUSES).default('planned'),
  roleIds,
  subtasks: subtaskNames,
  dates: plannedDatesSchema,
}

const person = z.object({ id: z.string(), name: z.string() })

export const taskSchema = z.object({
  id: z.string(),
  accountId: z.string(),
  accountName: z.string(),
  jobId: z.string().nullable(),
  jobName: z.string().nullable(),
  /** what makes it again and again */
  recurrenceId: z.string().nullable(),
  name: z.string(),
  description: z.string(),
  status: z.enum(TASK_STATUSES),
  priority: z.enum(TASK_PRIORITIES),
  startOn: z.string().nullable(),
  dueOn: z.string().nullable(),
  assignees: z.array(person),
  /** of its checklist */
  subtasksDone: z.number().int(),
  subtasksTotal: z.number().int(),
  createdBy: z.object({ kind: z.string(), name: z.string() }),
  createdAt: z.string(),
  completedAt: z.string().nullable(),
  revision: z.number().int(),
})
export type Task = z.output<typeof taskSchema>

/** One task with its checklist. */
export const taskDetailSchema = taskSchema.extend({
  subtasks: z.array(z.object({ id: z.string(), name: z.string(), done: z.boolean() })),
})
export type TaskDetail = z.output<typeof taskDetailSchema>

/** A task just made; `unheldRoles` are the names of roles that nobody holds for its account (T-14). */
export const newTaskSchema = taskDetailSchema.extend({ unheldRoles: z.array(z.string()) })
export type NewTask = z.output<typeof newTaskSchema>
