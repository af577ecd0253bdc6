import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const de: SameKeys<typeof en> = {
  'field.unknown_job': 'Dieser Auftrag gehört nicht zum Mandanten',
  'trials.about':
    'Legt für jeden Mandanten einen Auftrag an, sieht, was daraus wird, und macht alles rückgängig. Nichts wird versandt, nichts bleibt.',
  'trials.no_stages': 'Es gibt noch nichts zu probieren',
  'trials.of': 'Was probiert wird',
  'trials.of_draft': 'Der Entwurf',
  'trials.of_published': 'Wie veröffentlicht',
  'trials.clients': 'Mandanten',
  'trials.clients_help': 'Höchstens {count}',
  'trials.nobody_found': 'Kein Mandant heißt so',
  'trials.stage': 'Beginnt in',
  'trials.run': '{count, plural, =0 {Probieren} one {Für einen Mandanten probieren} other {Für # Mandanten probieren}}',
  'trials.empty_title': 'Sehen, was geschähe, bevor es geschieht',
  'trials.empty_text': 'Wählen Sie verschiedene Mandanten: einen mit allen Tags, einen ohne.',
  'trials.problems': '{count, plural, one {Ein Problem hindert den Entwurf} other {# Probleme hindern den Entwurf}}',
  'trials.problems_text': 'Sie stehen an ihrer Stelle, unter Phasen.',
  'trials.sum':
    '{created, plural, =0 {Nichts angelegt} one {Eines angelegt} other {# angelegt}}, {mails, plural, =0 {keine Mail} one {eine Mail} other {# Mails}}, {skipped, plural, =0 {nichts übersprungen} one {eines übersprungen} other {# übersprungen}}{troubled, plural, =0 {} one {; bei einem Mandanten ist etwas zu prüfen} other {; bei # Mandanten ist etwas zu prüfen}}',
  'trials.open_client': 'Mandant',
  'trials.refused': 'Es gäbe keinen Auftrag.',
  'trials.done_by': '{people, plural, =0 {Noch niemand zuständig} other {Zuständig: {who}}}',
  'trials.passed_over': 'Überspringt {stages}',
  'trials.nothing_happens': 'Hier geschieht nichts von selbst.',
  'trials.creates': 'Legt „{name}“ an{people, plural, =0 {, noch für niemanden} other { für {who}}}',
  'trials.mails': '„{subject}“ an {to}, {email}',
  'trials.stays_in': 'Dann bleibt er in {stage}:',
  'trials.waits_for': 'wartet auf „{item}“',
}
