import { z } from 'zod'
import { PRIORITIES } from '#conditions/model.ts'
import { daySchema } from '#kernel/field-schemas.ts'
import { idSchema } from '#kernel/id-schema.ts'
import type { ClientStatusId, MemberId, RoleId } from '#kernel/ids.ts'
import { plannedDatesSchema } from '#kernel/planned-dates-schema.ts'
import { HIDDEN, MOST } from './model.ts'

const text = z.string().trim().max(MOST.text)
const priority = z.enum(PRIORITIES)
const people = z.array(idSchema<MemberId>()).max(MOST.assignees)
const roles = z.array(idSchema<RoleId>()).max(MOST.assignees)
const minutes = z.number().int().min(1).max(MOST.minutes).nullable()

export const jobName = z.string().trim().min(1).max(MOST.name)

/** What the client is told of a job (JOB-10). */
export const clientFacing = z.strictObject({
  visible: z.boolean(),
  statusId: idSchema<ClientStatusId>().nullable().default(null),
  name: z.string().trim().max(MOST.name).default(''),
  description: text.default(''),
})

export const commentText = text.min(1)

/** What one job says; what is left out stays as it is (JOB-4 to JOB-10). */
export const jobChanges = z.strictObject({
  name: jobName.optional(),
  description: text.optional(),
  priority: priority.optional(),
  startOn: daySchema.nullable().optional(),
  dueOn: daySchema.nullable().optional(),
  /** minutes; for those with the right *manage time budget* */
  timeBudget: minutes.optional(),
  assigneeIds: people.optional(),
  /** whoever holds these roles for the client now does it as well (D-17) */
  roleIds: roles.optional(),
  client: clientFacing.optional(),
})
export type JobChanges = z.output<typeof jobChanges>

const content = {
  description: text,
  priority,
  assigneeIds: people,
  /** whoever holds these roles for the account when the job is made (JOB-6) */
  roleIds: roles,
  timeBudget: minutes,
  client: clientFacing,
  comments: z.array(commentText).max(MOST.comments),
}

/** What jobs are made from, save their name (JD-1). Texts may hold shortcodes. */
export const contentFields = {
  description: content.description.default(''),
  priority: priority.default('medium'),
  assigneeIds: people.default([]),
  roleIds: content.roleIds.default([]),
  dates: plannedDatesSchema,
  timeBudget: minutes.default(null),
  client: clientFacing.default(HIDDEN),
  comments: content.comments.default([]),
}

/** The same where what is left out comes from a template. */
export const contentChanges = z.strictObject({ ...content, dates: plannedDatesSchema.unwrap() }).partial().shape
