import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const de: SameKeys<typeof en> = {
  'event.document.uploaded': '{actor} hat „{name}“ hochgeladen',
}
