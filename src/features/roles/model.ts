import { z } from 'zod'

/** What a role is called: one line, unique per firm whatever its case. */
export const roleName = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .transform((name) => name.replaceAll(/\s+/g, ' '))

/** More would not fit a client's page, and no firm has them. */
export const MOST_ROLES = 50

/** What a new firm starts with, named in its language (D-17). */
export const STARTING_ROLES = [
  'roles.starting_partner',
  'roles.starting_preparer',
  'roles.starting_reviewer',
  'roles.starting_bookkeeper',
] as const
