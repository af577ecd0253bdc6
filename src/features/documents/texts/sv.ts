import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const sv: SameKeys<typeof en> = {
  'event.document.uploaded': '{actor} laddade upp ”{name}”',
  'documents.title': 'Dokument',
  'documents.empty': 'Inget har laddats upp än. Det klienter bifogar i sina frågeformulär visas här.',
  'documents.by': 'av {name}',
  'documents.download': 'Ladda ner {name}',
}
