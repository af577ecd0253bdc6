import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const de: SameKeys<typeof en> = {
  'event.jobRecurrence.created': '{actor} lässt den Auftrag „{name}“ in {pipeline} immer wiederkommen',
  'event.jobRecurrence.changed': '{actor} hat geändert, was als „{name}“ wiederkommt',
  'event.jobRecurrence.ended': '{actor} hat beendet, was als „{name}“ wiederkam',
  'event.jobRecurrence.ran': '{days, plural, one {Es war der Tag für „{name}“} other {Es waren # Tage für „{name}“}}',
  'recurrences.title': 'Wiederkehrende Aufträge',
  'recurrences.manage': 'Verwalten',
  'recurrences.add': 'Wiederkehrenden Auftrag anlegen',
  'recurrences.new': 'Neuer wiederkehrender Auftrag',
  'recurrences.active': 'Kommende',
  'recurrences.ended': 'Beendet',
  'recurrences.job': 'Auftrag',
  'recurrences.client': 'Mandant',
  'recurrences.pipeline': 'Pipeline',
  'recurrences.next': 'Nächster',
  'recurrences.paused': 'Pausiert: Mandant oder Pipeline ist archiviert',
  'recurrences.paused_short': 'Pausiert',
  'recurrences.next_on': 'Nächster am {date}',
  'recurrences.name': 'Name der Aufträge',
  'recurrences.name_help':
    'Darf Codes wie [LAST_MONTH_NAME] oder [TAX_YEAR] enthalten, die am Tag jedes Auftrags ausgefüllt werden.',
  'recurrences.added':
    '{count, plural, one {Er kommt von jetzt an immer wieder} other {Sie kommen von jetzt an immer wieder, für # Mandanten}}',
  'recurrences.saved': 'Gespeichert',
  'recurrences.end': 'Beenden',
  'recurrences.ended_now': '„{name}“ kommt nicht mehr wieder',
  'recurrences.start_again': 'Wieder beginnen',
  'recurrences.none': 'Noch kommt nichts wieder',
  'recurrences.none_text':
    'Ein wiederkehrender Auftrag legt sich an seinen Tagen von selbst an: die Monatsbuchhaltung, die Voranmeldung, die Jahreserklärung.',
  'recurrences.none_ended': 'Noch ist keiner beendet',
  'recurrences.no_pipeline': 'Veröffentlichen Sie zuerst eine Pipeline, dann können Aufträge darin wiederkommen.',
}
