import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const sv: SameKeys<typeof en> = {
  'field.unknown_job': 'Uppdraget hör inte till kunden',
  'trials.about':
    'Ger varje klient ett uppdrag, ser vad det blir av det och gör allt ogjort. Inget skickas, inget blir kvar.',
  'trials.no_stages': 'Det finns inget att prova än',
  'trials.of': 'Vad som provas',
  'trials.of_draft': 'Utkastet',
  'trials.of_published': 'Som publicerat',
  'trials.clients': 'Klienter',
  'trials.clients_help': 'Högst {count}',
  'trials.nobody_found': 'Ingen klient heter så',
  'trials.stage': 'Börjar i',
  'trials.run': '{count, plural, =0 {Prova} one {Prova för en klient} other {Prova för # klienter}}',
  'trials.empty_title': 'Se vad som skulle hända innan det händer',
  'trials.empty_text': 'Välj olika klienter: en med alla taggar, en utan.',
  'trials.problems': '{count, plural, one {Ett problem hindrar utkastet} other {# problem hindrar utkastet}}',
  'trials.problems_text': 'De visas där de är, under Faser.',
  'trials.sum':
    '{created, plural, =0 {Inget skapat} one {En sak skapad} other {# saker skapade}}, {mails, plural, =0 {inget mejl} one {ett mejl} other {# mejl}}, {skipped, plural, =0 {inget överhoppat} one {ett överhoppat} other {# överhoppade}}{troubled, plural, =0 {} one {; en klient med något att se på} other {; # klienter med något att se på}}',
  'trials.open_client': 'Klient',
  'trials.refused': 'Det skulle inte bli något uppdrag.',
  'trials.done_by': '{people, plural, =0 {Ingen ansvarig än} other {Ansvarig: {who}}}',
  'trials.passed_over': 'Hoppar över {stages}',
  'trials.nothing_happens': 'Här händer inget av sig självt.',
  'trials.creates': 'Skapar ”{name}”{people, plural, =0 {, ännu för ingen} other { för {who}}}',
  'trials.mails': '”{subject}” till {to}, {email}',
  'trials.stays_in': 'Sedan stannar det i {stage}:',
  'trials.waits_for': 'väntar på ”{item}”',
}
