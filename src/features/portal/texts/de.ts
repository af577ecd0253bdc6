import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const de: SameKeys<typeof en> = {
  'portal.waiting':
    '{count, plural, =0 {Nichts wartet auf Sie} one {Eine Aufgabe wartet auf Sie} other {# Aufgaben warten auf Sie}}',
  'portal.nothing': 'Wir schreiben Ihnen, sobald wir etwas brauchen.',
  'portal.saved': 'Antworten Sie, wann es Ihnen passt; alles wird sofort gespeichert.',
  'portal.count': '{count, plural, =0 {Nichts wartet} one {Eine Aufgabe wartet} other {# Aufgaben warten}}',
  'portal.elsewhere':
    '{count, plural, one {In diesem Konto wartet noch eine Aufgabe} other {In diesem Konto warten noch # Aufgaben}}',
  'portal.other_accounts': 'Ihre anderen Konten',
  'portal.answer': 'Beantworten Sie die Fragen: {name}',
  'portal.answer_why': '{firm} kann weitermachen, sobald Ihre Antworten da sind.',
  'portal.asked_on': 'Gefragt am {on}',
  'portal.progress': '{answered} von {total} beantwortet, gespeichert {when}',
  'portal.not_begun': '{total, plural, one {Eine Frage} other {# Fragen}}',
  'portal.today': 'heute {time}',
  'portal.yesterday': 'gestern {time}',
  'portal.begin': 'Mit den Fragen beginnen',
  'portal.go_on': 'Antworten fortsetzen',
  'portal.check': 'Prüfen und absenden',
  'portal.done': 'Was Sie gesendet haben',
  'portal.sent_on': 'Gesendet am {on}',
  'portal.closed': 'Abgeschlossen, nicht gesendet',
  'portal.older': 'Ältere anzeigen',
  'portal.work': 'Laufende Arbeiten',
  'portal.work_updated': 'Stand: {when}',
  'portal.work_of_client': 'Was der Mandant sieht',
  'portal.work_none': 'Der Mandant sieht keine laufenden Arbeiten.',
  'portal.contact': 'Fragen?',
  'portal.contact_text': 'Schreiben Sie uns: {email}',
  'portal.contact_reply': 'Antworten Sie einfach auf eine unserer E-Mails.',
  'portal.still_waiting':
    '{count, plural, one {Eine Aufgabe wartet noch auf Sie:} other {# Aufgaben warten noch auf Sie. Die nächste:}}',
  'portal.title': 'Startseite',
}
