import { z } from 'zod'
import { ACCOUNT_TYPES } from '#conditions/model.ts'
import { LOCALES } from '#kernel/locale.ts'
import { organizerDefinition } from '../organizers/model.ts'
import { TASK_PRIORITIES } from '../tasks/model.ts'

/**
 * One shipped set of templates (D-21): a pipeline and every template its automations use (P-20, ORG-6), written in
 * one language. Inside a pack things name each other by key; installing makes the firm's own copies, with ids.
 */
export type Pack = z.infer<typeof pack>
export type PackEmail = z.infer<typeof email>
export type PackTask = z.infer<typeof task>
export type PackPipeline = z.infer<typeof pipeline>
export type PackStage = z.infer<typeof stage>
export type PackAutomation = z.infer<typeof automation>
export type PackCondition = z.infer<typeof condition>

const key = z.string().regex(/^[a-z0-9_]{1,64}$/)
const name = z.string().trim().min(1).max(200)

const leaves = [
  z.strictObject({ kind: z.literal('tag'), tag: key }),
  z.strictObject({ kind: z.literal('account_type'), is: z.enum(ACCOUNT_TYPES) }),
] as const

/** The part of the condition language (D-4) that a pack needs; tags are named by their key in the pack. */
const condition = z.discriminatedUnion('kind', [
  ...leaves,
  z.strictObject({ kind: z.enum(['all', 'any', 'none']), of: z.array(z.discriminatedUnion('kind', leaves)).min(1) }),
])

const tag = z.strictObject({
  key,
  name,
  color: z.enum(['gray', 'red', 'orange', 'yellow', 'green', 'teal', 'blue', 'violet']),
})

/** `name` is what staff picks from, `organizerName` what the client sees; the latter may hold shortcodes (ORG-3). */
const organizer = z.strictObject({ key, name, organizerName: name, definition: organizerDefinition })

/** `subject` and `body` are plain text with shortcodes; paragraphs are parted by a blank line. */
const email = z.strictObject({ key, name, subject: name, body: z.string().trim().min(1).max(10_000) })

/** `dueInDays` counts from the day the task is created (EQ-19). */
const task = z.strictObject({
  key,
  name,
  title: name,
  description: z.string().trim().max(10_000),
  priority: z.enum(TASK_PRIORITIES),
  dueInDays: z.int().min(0).nullable(),
})

/** The engine's automation kinds, with keys of the pack's templates and tags in place of ids. */
const automation = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('create_organizer'), template: key, condition: condition.nullable() }),
  z.strictObject({ kind: z.literal('create_task'), template: key, condition: condition.nullable() }),
  z.strictObject({ kind: z.literal('send_email'), template: key, condition: condition.nullable() }),
  z.strictObject({
    kind: z.literal('update_account_tags'),
    add: z.array(key),
    remove: z.array(key),
    clear: z.boolean(),
    condition: condition.nullable(),
  }),
])

const stage = z.strictObject({
  key,
  name,
  automove: z.boolean(),
  condition: condition.nullable(),
  whenEmpty: z.enum(['stay', 'advance']),
  automations: z.array(automation),
})

const pipeline = z.strictObject({ name, stages: z.array(stage).min(1) })

export const pack = z.strictObject({
  key,
  locale: z.enum(LOCALES),
  name,
  summary: z.string().trim().min(1).max(500),
  tags: z.array(tag),
  organizers: z.array(organizer),
  emails: z.array(email),
  tasks: z.array(task),
  pipeline,
})
