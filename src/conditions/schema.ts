import { z } from 'zod'
import type { Condition } from './model.ts'
import {
  ACCOUNT_TYPES,
  ANSWER_OPERATORS,
  CONTACT_SETTINGS,
  DATE_OPERATORS,
  JOB_DATES,
  MAX_DEPTH,
  PRIORITIES,
} from './model.ts'

const id = z.string().min(1).max(64)

const answer = {
  questionId: id,
  operator: z.enum(ANSWER_OPERATORS),
  value: z.union([z.string().max(1000), z.number(), z.boolean()]).optional(),
}

const leaves = [
  z.strictObject({ kind: z.literal('tag'), tagId: id }),
  z.strictObject({ kind: z.literal('account_type'), is: z.enum(ACCOUNT_TYPES) }),
  z.strictObject({ kind: z.literal('answer'), ...answer }),
  z.strictObject({ kind: z.literal('organizer_answer'), templateId: id, ...answer }),
  z.strictObject({ kind: z.literal('job_priority'), is: z.enum(PRIORITIES) }),
  z.strictObject({
    kind: z.literal('job_date'),
    field: z.enum(JOB_DATES),
    operator: z.enum(DATE_OPERATORS),
    value: z.string().max(40).optional(),
  }),
  z.strictObject({ kind: z.literal('assignee_role'), roleId: id }),
  z.strictObject({ kind: z.literal('contact_setting'), setting: z.enum(CONTACT_SETTINGS) }),
] as const

const groupKind = z.enum(['all', 'any', 'none'])

const tooDeep = z.strictObject({
  kind: groupKind,
  of: z.unknown().refine(() => false, { params: { code: 'condition_too_deep' } }) as z.ZodType as z.ZodType<never>,
})

/** A condition in a request: strict, at most `MAX_DEPTH` groups deep, no group empty. */
export const conditionSchema: z.ZodType<Condition> = conditionUpTo(MAX_DEPTH, 1)

/** A condition that is still being typed: its groups may be empty, which keeps it from being published. */
export const draftConditionSchema: z.ZodType<Condition> = conditionUpTo(MAX_DEPTH, 0)

/** Unrolled to its greatest depth, so that no input makes it recurse further. */
function conditionUpTo(depth: number, least: 0 | 1): z.ZodType<Condition> {
  if (depth === 0) return z.discriminatedUnion('kind', [...leaves, tooDeep])
  const parts = z.array(conditionUpTo(depth - 1, least)).max(100)
  const of = parts.refine((list) => list.length >= least, { params: { code: 'condition_empty_group' } })
  return z.discriminatedUnion('kind', [...leaves, z.strictObject({ kind: groupKind, of })])
}
