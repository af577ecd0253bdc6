import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const de: SameKeys<typeof en> = {
  'event.library.installed':
    '{templates, plural, one {{actor} hat „{pack}“ aus der Bibliothek als „{name}“ übernommen, mit einer Vorlage} other {{actor} hat „{pack}“ aus der Bibliothek als „{name}“ übernommen, mit # Vorlagen}}',

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
  'library.tags': 'Tags',
  'library.questions': '{count, plural, one {# Frage} other {# Fragen}}',
  'library.due_in': '{days, plural, =0 {am selben Tag fällig} one {fällig nach einem Tag} other {fällig nach # Tagen}}',
}
