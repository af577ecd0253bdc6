import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const de: SameKeys<typeof en> = {
  'event.library.installed':
    '{templates, plural, one {{actor} hat „{pack}“ aus der Bibliothek als „{name}“ übernommen, mit einer Vorlage} other {{actor} hat „{pack}“ aus der Bibliothek als „{name}“ übernommen, mit # Vorlagen}}',
  'event.library.saved':
    '{templates, plural, =0 {{actor} hat „{name}“ in die Bibliothek der Kanzlei gelegt} one {{actor} hat „{name}“ mit einer Vorlage in die Bibliothek der Kanzlei gelegt} other {{actor} hat „{name}“ mit # Vorlagen in die Bibliothek der Kanzlei gelegt}}',
  'event.library.deleted': '{actor} hat „{name}“ aus der Bibliothek der Kanzlei genommen',

  'library.title': 'Bibliothek',
  'library.lead':
    'Arbeitsweisen, die zu Throughline gehören: eine Pipeline mit allen Fragebögen, E-Mails und Aufgaben, die sie verwendet. Beim Installieren entsteht eine Kopie, die Sie frei ändern können; sie bleibt, wie sie ist, wenn eine neuere erscheint.',
  'library.back': 'Ganze Bibliothek',
  'library.stages': 'Phasen',
  'library.counts':
    '{organizers, plural, one {# Fragebogen} other {# Fragebögen}}, {emails, plural, one {# E-Mail} other {# E-Mails}}, {tasks, plural, one {# Aufgabe} other {# Aufgaben}}',
  'library.language_en': 'Englisch',
  'library.language_nl': 'Niederländisch',
  'library.language_de': 'Deutsch',
  'library.language_sv': 'Schwedisch',
  'library.install': 'Installieren',
  'library.installed': '„{name}“ ist einsatzbereit',
  'library.pipeline': 'Pipeline: {name}',
  'library.only_if': 'Nur bei {condition}',
  'library.organizers': 'Fragebögen',
  'library.emails': 'E-Mails',
  'library.tasks': 'Aufgaben',
  'library.jobs': 'Auftragsvorlagen',
  'library.tags': 'Tags',
  'library.questions': '{count, plural, one {# Frage} other {# Fragen}}',
  'library.due_in': '{days, plural, =0 {am selben Tag fällig} one {fällig nach einem Tag} other {fällig nach # Tagen}}',
  'library.own': 'Ihre eigenen',
  'library.own_none':
    'Legen Sie eine Pipeline über ihr Menü in die Bibliothek und kopieren Sie sie, so oft Sie möchten.',
  'library.shipped': 'Bei Throughline dabei',
  'library.save': 'In Bibliothek legen',
  'library.save_text':
    'Version {version} wird mit allen Vorlagen und Tags, die sie verwendet, so aufbewahrt, wie sie jetzt sind. Das bleibt so, was auch immer sich ändert.',
  'library.summary': 'Wofür sie ist',
  'library.saved': '„{name}“ liegt in der Bibliothek',
  'library.installed_draft': '„{name}“ ist ein Entwurf: Etwas, das sie braucht, fehlt',
  'library.take_out': 'Herausnehmen',
  'library.take_out_title': '„{name}“ aus der Bibliothek nehmen?',
  'library.take_out_text': 'Was davon kopiert wurde, bleibt. Zurückholen lässt sie sich nicht.',
  'library.taken_out': '„{name}“ liegt nicht mehr in der Bibliothek',
}
