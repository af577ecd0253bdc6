import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const de: SameKeys<typeof en> = {
  'event.template.created':
    '{actor} hat die {kind, select, organizer {Fragebogenvorlage} task {Aufgabenvorlage} job {Auftragsvorlage} other {E-Mail-Vorlage}} „{name}“ angelegt',
  'event.template.deleted':
    '{actor} hat die {kind, select, organizer {Fragebogenvorlage} task {Aufgabenvorlage} job {Auftragsvorlage} other {E-Mail-Vorlage}} „{name}“ gelöscht',
  'event.template.changed':
    '{actor} hat die {kind, select, organizer {Fragebogenvorlage} task {Aufgabenvorlage} job {Auftragsvorlage} other {E-Mail-Vorlage}} „{name}“ geändert (Version {version})',
  'templates.pipelines': 'Pipelines',
  'templates.organizers': 'Fragebögen',
  'templates.emails': 'E-Mails',
  'templates.tasks': 'Aufgaben',
  'templates.jobs': 'Aufträge',
  'templates.new_job': 'Neue Auftragsvorlage',
  'templates.empty_job': 'Mit einer Auftragsvorlage beginnen neue Aufträge',
  'templates.empty_job_text':
    'Legen Sie einmal fest, wie Aufträge heißen, wer sie bearbeitet, bis wann und was der Mandant sieht; wählen Sie die Vorlage beim Hinzufügen, oder lassen Sie eine Pipeline sie verwenden.',
  'templates.search': 'Vorlagen suchen',
  'templates.none_found': 'Keine Vorlage heißt so',
  'templates.name': 'Name',
  'templates.version': 'Version',
  'templates.changed': 'Geändert',
  'templates.new_organizer': 'Neuer Fragebogen',
  'templates.new_email': 'Neue E-Mail',
  'templates.new_task': 'Neue Aufgabe',
  'templates.empty_organizer': 'Ein Fragebogen fragt Ihren Mandanten nach allem, was Sie brauchen',
  'templates.empty_organizer_text':
    'Einmal gebaut, sendet eine Phase ihn jedem Mandanten, dessen Auftrag dort ankommt.',
  'templates.empty_email': 'E-Mail-Vorlagen sind das, was Ihre Phasen den Mandanten sagen',
  'templates.empty_email_text': 'Einmal geschrieben, gehen sie mit den Namen und Daten jedes Mandanten hinaus.',
  'templates.empty_task': 'Eine Aufgabenvorlage ist Arbeit, die Ihr Team jedes Mal gleich erledigt',
  'templates.empty_task_text':
    'Legen Sie fest, was zu tun ist, wer es tut und bis wann; eine Phase legt sie für jeden Auftrag an, der dort ankommt.',
  'templates.delete_name': '„{name}“ löschen',
  'templates.delete_title': '„{name}“ löschen?',
  'templates.delete_text':
    'Sie lässt sich dann nicht mehr wählen. Was schon daraus entstanden ist, bleibt, wie es ist.',
  'templates.delete_confirm': 'Vorlage löschen',
  'templates.deleted': '„{name}“ ist gelöscht',
  'templates.in_use': '„{name}“ wird verwendet',
  'templates.in_use_text': 'Diese Pipelines verwenden sie. Wählen Sie dort zuerst eine andere Vorlage.',
  'templates.in_use_others':
    '{count, plural, one {eine weitere, die Sie nicht sehen} other {# weitere, die Sie nicht sehen}}',
}
