import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const sv: SameKeys<typeof en> = {
  'event.library.installed':
    '{templates, plural, one {{actor} kopierade ”{pack}” från biblioteket som ”{name}”, med en mall} other {{actor} kopierade ”{pack}” från biblioteket som ”{name}”, med # mallar}}',
  'event.library.saved':
    '{templates, plural, =0 {{actor} lade ”{name}” i byråns bibliotek} one {{actor} lade ”{name}” i byråns bibliotek, med en mall} other {{actor} lade ”{name}” i byråns bibliotek, med # mallar}}',
  'event.library.deleted': '{actor} tog ut ”{name}” ur byråns bibliotek',

  'library.title': 'Bibliotek',
  'library.lead':
    'Arbetssätt som följer med Throughline: en pipeline med alla frågeformulär, e-postmeddelanden och uppgifter den använder. När du installerar en får du en kopia att ändra fritt; den förblir som den är när en nyare kommer.',
  'library.back': 'Hela biblioteket',
  'library.stages': 'Steg',
  'library.counts':
    '{organizers, plural, one {# frågeformulär} other {# frågeformulär}}, {emails, plural, one {# e-postmeddelande} other {# e-postmeddelanden}}, {tasks, plural, one {# uppgift} other {# uppgifter}}',
  'library.language_en': 'Engelska',
  'library.language_nl': 'Nederländska',
  'library.language_de': 'Tyska',
  'library.language_sv': 'Svenska',
  'library.install': 'Installera',
  'library.installed': '”{name}” är redo att användas',
  'library.pipeline': 'Pipeline: {name}',
  'library.only_if': 'Bara om {condition}',
  'library.organizers': 'Frågeformulär',
  'library.emails': 'E-postmeddelanden',
  'library.tasks': 'Uppgifter',
  'library.jobs': 'Uppdragsmallar',
  'library.tags': 'Taggar',
  'library.questions': '{count, plural, one {# fråga} other {# frågor}}',
  'library.due_in': '{days, plural, =0 {klar samma dag} one {klar efter en dag} other {klar efter # dagar}}',
  'library.own': 'Era egna',
  'library.own_none': 'Spara en pipeline i biblioteket från dess meny och kopiera den så ofta ni vill.',
  'library.shipped': 'Följer med Throughline',
  'library.save': 'Spara i biblioteket',
  'library.save_text':
    'Version {version} sparas med alla mallar och taggar den använder, som de är nu. Så förblir det, vad som än ändras.',
  'library.summary': 'Vad den är till för',
  'library.saved': '”{name}” finns i biblioteket',
  'library.installed_draft': '”{name}” är ett utkast: något den behöver saknas',
  'library.take_out': 'Ta ut',
  'library.take_out_title': 'Ta ut ”{name}” ur biblioteket?',
  'library.take_out_text': 'Det som kopierats från den finns kvar. Den går inte att få tillbaka.',
  'library.taken_out': '”{name}” finns inte längre i biblioteket',
}
