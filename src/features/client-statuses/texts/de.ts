import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const de: SameKeys<typeof en> = {
  'event.client_status.created': '{actor} hat den Mandantenstatus {name} angelegt',
  'event.client_status.changed': '{actor} hat den Mandantenstatus {name} geändert',
  'event.client_status.reordered': '{actor} hat die Mandantenstatus anders geordnet: {names}',
  'event.client_status.deleted': '{actor} hat den Mandantenstatus {name} gelöscht',

  'client_statuses.starting_planned': 'Geplant',
  'client_statuses.starting_planned_text': 'Das steht auf unserer Liste; wir beginnen bald.',
  'client_statuses.starting_on_hold': 'Pausiert',
  'client_statuses.starting_on_hold_text': 'Wir kommen gerade nicht weiter.',
  'client_statuses.starting_in_progress': 'In Arbeit',
  'client_statuses.starting_in_progress_text': 'Wir arbeiten daran.',
  'client_statuses.starting_in_review': 'In Prüfung',
  'client_statuses.starting_in_review_text': 'Die Arbeit ist getan und wird intern geprüft.',
  'client_statuses.starting_done': 'Erledigt',
  'client_statuses.starting_done_text': 'Alles ist erledigt. Sie müssen nichts weiter tun.',

  'client_statuses.title': 'Mandantenstatus',
  'client_statuses.about':
    'Was Mandanten in ihrem Portal über einen Auftrag lesen. Phasen setzen einen Status durch eine Automatisierung, und Sie können ihn bei einem Auftrag von Hand setzen. Pipelines und Phasen sehen Mandanten nie.',
  'client_statuses.add': 'Status anlegen',
  'client_statuses.edit': 'Status bearbeiten',
  'client_statuses.name': 'Name',
  'client_statuses.description': 'Beschreibung',
  'client_statuses.description_help': 'Aufträge beginnen mit diesem Text; bei jedem Auftrag kann er anders lauten.',
  'client_statuses.order': 'Reihenfolge',
  'client_statuses.none': 'Noch kein Mandantenstatus',
  'client_statuses.none_text': 'Ein Status wie „In Arbeit“ erspart Mandanten die Frage, wie weit Sie sind.',
  'client_statuses.delete': 'Status löschen',
  'client_statuses.delete_of': '{name} löschen?',
  'client_statuses.delete_text':
    'Er kann nicht mehr gewählt werden. Aufträge, die ihn haben, zeigen ihn weiter, bis er dort geändert wird.',
  'client_statuses.deleted': '{name} wurde gelöscht',
  'client_statuses.used': 'Dieser Status kann nicht gelöscht werden, solange diese ihn verwenden.',
  'client_statuses.used_pipeline': 'Pipeline',
  'client_statuses.used_template': 'Vorlage',
  'client_statuses.new': 'Neuer Status',
  'client_statuses.one': 'Status für den Mandanten',
  'client_statuses.none_found': 'Kein Status heißt so',
}
