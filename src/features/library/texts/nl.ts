import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const nl: SameKeys<typeof en> = {
  'event.library.installed':
    '{templates, plural, one {{actor} heeft ‘{pack}’ uit de bibliotheek overgenomen als ‘{name}’, met één sjabloon} other {{actor} heeft ‘{pack}’ uit de bibliotheek overgenomen als ‘{name}’, met # sjablonen}}',

  'library.title': 'Bibliotheek',
  'library.lead':
    'Werkwijzen die bij Throughline horen: een pipeline met elke vragenlijst, e-mail en taak die erbij hoort. Installeren maakt een kopie die je vrij kunt wijzigen; die blijft zoals hij is als er een nieuwere verschijnt.',
  'library.back': 'Hele bibliotheek',
  'library.stages': 'Fasen',
  'library.counts':
    '{organizers, plural, one {# vragenlijst} other {# vragenlijsten}}, {emails, plural, one {# e-mail} other {# e-mails}}, {tasks, plural, one {# taak} other {# taken}}',
  'library.language_en': 'Engels',
  'library.language_nl': 'Nederlands',
  'library.language_de': 'Duits',
  'library.language_sv': 'Zweeds',
  'library.install': 'Installeren',
  'library.installed': '‘{name}’ is klaar voor gebruik',
  'library.pipeline': 'Pipeline: {name}',
  'library.only_if': 'Alleen bij {condition}',
  'library.organizers': 'Vragenlijsten',
  'library.emails': 'E-mails',
  'library.tasks': 'Taken',
  'library.tags': 'Labels',
  'library.questions': '{count, plural, one {# vraag} other {# vragen}}',
  'library.due_in': '{days, plural, =0 {dezelfde dag klaar} one {klaar na één dag} other {klaar na # dagen}}',
}
