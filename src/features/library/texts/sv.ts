import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const sv: SameKeys<typeof en> = {
  'event.library.installed':
    '{templates, plural, one {{actor} kopierade ”{pack}” från biblioteket som ”{name}”, med en mall} other {{actor} kopierade ”{pack}” från biblioteket som ”{name}”, med # mallar}}',

  'library.title': 'Bibliotek',
  'library.lead':
    'Arbetssätt som följer med Throughline: en pipeline med alla frågeformulär, e-postmeddelanden och uppgifter den använder. När du installerar en får du en kopia att ändra fritt; den förblir som den är när en nyare kommer.',
  'library.back': 'Hela biblioteket',
  'library.stages': 'Steg',
  'library.counts':
    '{organizers, plural, one {# frågeformulär} other {# frågeformulär}}, {emails, plural, one {# e-postmeddelande} other {# e-postmeddelanden}}, {tasks, plural, one {# uppgift} other {# uppgifter}}',
  'library.language_en': 'Engelska',
  'library.language_nl': 'Nederländska',
  'library.language_de': 'Tyska',
  'library.language_sv': 'Svenska',
  'library.install': 'Installera',
  'library.installed': '”{name}” är redo att användas',
  'library.pipeline': 'Pipeline: {name}',
  'library.only_if': 'Bara om {condition}',
  'library.organizers': 'Frågeformulär',
  'library.emails': 'E-postmeddelanden',
  'library.tasks': 'Uppgifter',
  'library.tags': 'Taggar',
  'library.questions': '{count, plural, one {# fråga} other {# frågor}}',
  'library.due_in': '{days, plural, =0 {klar samma dag} one {klar efter en dag} other {klar efter # dagar}}',
}
