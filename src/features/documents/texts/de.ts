import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const de: SameKeys<typeof en> = {
  'event.document.uploaded': '{actor} hat „{name}“ hochgeladen',
  'documents.title': 'Dokumente',
  'documents.empty': 'Noch nichts hochgeladen. Was Mandanten ihren Fragebögen beifügen, erscheint hier.',
  'documents.by': 'von {name}',
  'documents.download': '{name} herunterladen',
}
