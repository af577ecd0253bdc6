import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const nl: SameKeys<typeof en> = {
  'event.document.uploaded': '{actor} heeft ‘{name}’ geüpload',
  'documents.title': 'Documenten',
  'documents.empty': 'Er is nog niets geüpload. Wat klanten aan hun vragenlijsten toevoegen, verschijnt hier.',
  'documents.by': 'door {name}',
  'documents.download': '{name} downloaden',
}
