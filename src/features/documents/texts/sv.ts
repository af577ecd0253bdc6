import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const sv: SameKeys<typeof en> = {
  'event.document.uploaded': '{actor} laddade upp ”{name}”',
}
