import { z } from 'zod'
import { idSchema } from '#kernel/id-schema.ts'
import type { MemberId } from '#kernel/ids.ts'
import { turnSchema } from './schemas.ts'

/** What boards and lists of jobs are narrowed to (VIEW-7). */
export const cardFilterFields = {
  /** in the names of job and account, and in the account's short id */
  search: z.string().trim().max(200).optional(),
  tagId: idSchema().optional(),
  memberId: idSchema<MemberId>().optional(),
  turn: turnSchema.optional(),
}
