import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const nl: SameKeys<typeof en> = {
  'event.document.uploaded': '{actor} heeft ‘{name}’ geüpload',
}
