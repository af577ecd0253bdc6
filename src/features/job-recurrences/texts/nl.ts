import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const nl: SameKeys<typeof en> = {
  'event.jobRecurrence.created': '{actor} laat de opdracht ‘{name}’ telkens terugkomen in {pipeline}',
  'event.jobRecurrence.changed': '{actor} heeft gewijzigd wat terugkomt als ‘{name}’',
  'event.jobRecurrence.ended': '{actor} heeft beëindigd wat terugkwam als ‘{name}’',
  'event.jobRecurrence.ran':
    '{days, plural, one {Het was de dag voor ‘{name}’} other {Het waren # dagen voor ‘{name}’}}',
  'recurrences.title': 'Terugkerende opdrachten',
  'recurrences.manage': 'Beheren',
  'recurrences.add': 'Terugkerende opdracht toevoegen',
  'recurrences.new': 'Nieuwe terugkerende opdracht',
  'recurrences.active': 'Komend',
  'recurrences.ended': 'Beëindigd',
  'recurrences.job': 'Opdracht',
  'recurrences.client': 'Cliënt',
  'recurrences.pipeline': 'Pipeline',
  'recurrences.next': 'Volgende',
  'recurrences.paused': 'Gepauzeerd: de cliënt of de pipeline is gearchiveerd',
  'recurrences.paused_short': 'Gepauzeerd',
  'recurrences.next_on': 'Volgende op {date}',
  'recurrences.name': 'Naam van de opdrachten',
  'recurrences.name_help':
    'Mag codes bevatten zoals [LAST_MONTH_NAME] of [TAX_YEAR], ingevuld op de dag van elke opdracht.',
  'recurrences.added':
    '{count, plural, one {De opdracht komt vanaf nu telkens terug} other {De opdrachten komen vanaf nu telkens terug, voor # cliënten}}',
  'recurrences.saved': 'Opgeslagen',
  'recurrences.end': 'Beëindigen',
  'recurrences.ended_now': '‘{name}’ komt niet meer terug',
  'recurrences.start_again': 'Opnieuw beginnen',
  'recurrences.none': 'Er komt nog niets terug',
  'recurrences.none_text':
    'Een terugkerende opdracht voegt zich op haar dagen vanzelf toe: de boekhouding van de maand, de btw-aangifte, de jaaraangifte.',
  'recurrences.none_ended': 'Er is nog niets beëindigd',
  'recurrences.no_pipeline': 'Publiceer eerst een pipeline, dan kunnen er opdrachten in terugkomen.',
}
