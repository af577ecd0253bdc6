import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const nl: SameKeys<typeof en> = {
  'field.unknown_job': 'Deze opdracht is niet van de cliënt',
}
