import { z } from 'zod'
import { TAG_COLORS } from '../tags/model.ts'

/** The colours are those of tags: each theme decides how they look. */
export const statusColor = z.enum(TAG_COLORS)
export type StatusColor = z.output<typeof statusColor>

/** What clients read: one line, unique per firm whatever its case. */
export const statusName = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .transform((name) => name.replaceAll(/\s+/g, ' '))

/** A few sentences; jobs begin with them and may say something of their own (CFS-2). */
export const statusDescription = z.string().trim().max(2000)

/** More would not fit a picker, and no firm has them. */
export const MOST_STATUSES = 100

/** What a new firm starts with, in its language (CFS-1). */
export const STARTING_STATUSES = [
  { key: 'planned', color: 'gray' },
  { key: 'on_hold', color: 'orange' },
  { key: 'in_progress', color: 'blue' },
  { key: 'in_review', color: 'violet' },
  { key: 'done', color: 'green' },
] as const satisfies { key: string; color: StatusColor }[]
