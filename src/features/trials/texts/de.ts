import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const de: SameKeys<typeof en> = {
  'field.unknown_job': 'Dieser Auftrag gehört nicht zum Mandanten',
}
