import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const nl: SameKeys<typeof en> = {
  'field.unknown_job': 'Deze opdracht is niet van de cliënt',
  'trials.about':
    'Geeft elke cliënt een opdracht, kijkt wat ervan komt en maakt alles ongedaan. Er wordt niets verstuurd en er blijft niets.',
  'trials.no_stages': 'Er is nog niets om te draaien',
  'trials.of': 'Wat wordt gedraaid',
  'trials.of_draft': 'Het concept',
  'trials.of_published': 'Zoals gepubliceerd',
  'trials.clients': 'Cliënten',
  'trials.clients_help': 'Hoogstens {count}',
  'trials.nobody_found': 'Geen cliënt heet zo',
  'trials.stage': 'Begint in',
  'trials.run': '{count, plural, =0 {Draaien} one {Draaien voor één cliënt} other {Draaien voor # cliënten}}',
  'trials.empty_title': 'Zie wat er zou gebeuren voordat het gebeurt',
  'trials.empty_text': 'Kies cliënten die verschillen: een met alle labels, een zonder.',
  'trials.problems':
    '{count, plural, one {Eén probleem houdt het concept tegen} other {# problemen houden het concept tegen}}',
  'trials.problems_text': 'Ze staan op hun plaats, onder Fasen.',
  'trials.sum':
    '{created, plural, =0 {Niets aangemaakt} one {Eén ding aangemaakt} other {# dingen aangemaakt}}, {mails, plural, =0 {geen mail} one {één mail} other {# mails}}, {skipped, plural, =0 {niets overgeslagen} one {één overgeslagen} other {# overgeslagen}}{troubled, plural, =0 {} one {; bij één cliënt valt iets na te kijken} other {; bij # cliënten valt iets na te kijken}}',
  'trials.open_client': 'Cliënt',
  'trials.refused': 'Er zou geen opdracht komen.',
  'trials.done_by': '{people, plural, =0 {Nog niemand doet het} other {Wordt gedaan door {who}}}',
  'trials.passed_over': 'Slaat {stages} over',
  'trials.nothing_happens': 'Hier gebeurt niets vanzelf.',
  'trials.creates': 'Maakt ‘{name}’ aan{people, plural, =0 {, nog voor niemand} other { voor {who}}}',
  'trials.mails': '‘{subject}’ aan {to}, {email}',
  'trials.stays_in': 'Daarna blijft de opdracht in {stage}:',
  'trials.waits_for': 'wacht op ‘{item}’',
}
