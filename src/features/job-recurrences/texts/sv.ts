import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const sv: SameKeys<typeof en> = {
  'event.jobRecurrence.created': '{actor} låter uppdraget ”{name}” komma tillbaka i {pipeline}',
  'event.jobRecurrence.changed': '{actor} ändrade det som kommer tillbaka som ”{name}”',
  'event.jobRecurrence.ended': '{actor} avslutade det som kom tillbaka som ”{name}”',
  'event.jobRecurrence.ran':
    '{days, plural, one {Det var dags för ”{name}”} other {Det var dags # gånger för ”{name}”}}',
  'recurrences.title': 'Återkommande uppdrag',
  'recurrences.manage': 'Hantera',
  'recurrences.add': 'Lägg till återkommande uppdrag',
  'recurrences.new': 'Nytt återkommande uppdrag',
  'recurrences.active': 'Kommande',
  'recurrences.ended': 'Avslutade',
  'recurrences.job': 'Uppdrag',
  'recurrences.client': 'Klient',
  'recurrences.pipeline': 'Pipeline',
  'recurrences.next': 'Nästa',
  'recurrences.paused': 'Pausat: klienten eller pipelinen är arkiverad',
  'recurrences.paused_short': 'Pausat',
  'recurrences.next_on': 'Nästa den {date}',
  'recurrences.name': 'Uppdragens namn',
  'recurrences.name_help':
    'Får innehålla koder som [LAST_MONTH_NAME] eller [TAX_YEAR], som fylls i på dagen för varje uppdrag.',
  'recurrences.added':
    '{count, plural, one {Det kommer tillbaka från och med nu} other {De kommer tillbaka från och med nu, för # klienter}}',
  'recurrences.saved': 'Sparat',
  'recurrences.end': 'Avsluta',
  'recurrences.ended_now': '”{name}” kommer inte tillbaka',
  'recurrences.start_again': 'Börja igen',
  'recurrences.none': 'Inget kommer tillbaka än',
  'recurrences.none_text':
    'Ett återkommande uppdrag läggs till av sig självt på sina dagar: månadens bokföring, momsen, årets deklaration.',
  'recurrences.none_ended': 'Inget har avslutats',
  'recurrences.no_pipeline': 'Publicera en pipeline först, sedan kan uppdrag komma tillbaka i den.',
}
