import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const nl: SameKeys<typeof en> = {
  'event.library.installed':
    '{templates, plural, one {{actor} heeft ‘{pack}’ uit de bibliotheek overgenomen als ‘{name}’, met één sjabloon} other {{actor} heeft ‘{pack}’ uit de bibliotheek overgenomen als ‘{name}’, met # sjablonen}}',
  'event.library.saved':
    '{templates, plural, =0 {{actor} heeft ‘{name}’ in de bibliotheek van het kantoor gezet} one {{actor} heeft ‘{name}’ in de bibliotheek van het kantoor gezet, met één sjabloon} other {{actor} heeft ‘{name}’ in de bibliotheek van het kantoor gezet, met # sjablonen}}',
  'event.library.deleted': '{actor} heeft ‘{name}’ uit de bibliotheek van het kantoor gehaald',

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
  'library.jobs': 'Opdrachtsjablonen',
  'library.tags': 'Labels',
  'library.questions': '{count, plural, one {# vraag} other {# vragen}}',
  'library.due_in': '{days, plural, =0 {dezelfde dag klaar} one {klaar na één dag} other {klaar na # dagen}}',
  'library.own': 'Van jullie zelf',
  'library.own_none': 'Bewaar een pipeline in de bibliotheek via het menu ervan, en kopieer die zo vaak als nodig.',
  'library.shipped': 'Hoort bij Throughline',
  'library.save': 'In bibliotheek bewaren',
  'library.save_text':
    'Versie {version} wordt bewaard met elk sjabloon en label dat ze gebruikt, zoals die nu zijn. Dat blijft zo, wat er ook verandert.',
  'library.summary': 'Waarvoor het is',
  'library.saved': '‘{name}’ staat in de bibliotheek',
  'library.installed_draft': '‘{name}’ is een concept: er ontbreekt iets',
  'library.take_out': 'Eruit halen',
  'library.take_out_title': '‘{name}’ uit de bibliotheek halen?',
  'library.take_out_text': 'Wat ervan is gekopieerd, blijft. Terughalen kan niet.',
  'library.taken_out': '‘{name}’ staat niet meer in de bibliotheek',
}
