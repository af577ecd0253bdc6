import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const sv: SameKeys<typeof en> = {
  'field.unknown_job': 'Uppdraget hör inte till kunden',
}
