import { z } from 'zod'

/** The colours a tag can have, by name; each theme decides how they look. */
export const TAG_COLORS = ['gray', 'red', 'orange', 'yellow', 'green', 'teal', 'blue', 'violet'] as const
export type TagColor = (typeof TAG_COLORS)[number]

export const tagColor = z.enum(TAG_COLORS)
/** One line, unique per firm whatever its case. */
export const tagName = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .transform((name) => name.replaceAll(/\s+/g, ' '))

/** More would not fit a picker, and no firm has them. */
export const MOST_TAGS = 500
