import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const sv: SameKeys<typeof en> = {
  'event.saved_filter.created': '{actor} sparade filtret ”{name}”{shared, select, true { för hela byrån} other {}}',
  'event.saved_filter.renamed': '{actor} döpte om filtret ”{before}” till ”{name}”',
  'event.saved_filter.overwritten':
    '{actor} ändrade vad {shared, select, true {byråns filter} other {filtret}} ”{name}” visar',
  'event.saved_filter.deleted': '{actor} tog bort {shared, select, true {byråns filter} other {filtret}} ”{name}”',

  'saved_filters.open': 'Sparade filter',
  'saved_filters.own': 'Mina',
  'saved_filters.firms': 'Byråns',
  'saved_filters.none': 'Inget är sparat än. Filtrera det du ser och spara det här under ett namn.',
  'saved_filters.save': 'Spara de här filtren…',
  'saved_filters.save_new': 'Spara som nytt…',
  'saved_filters.save_changes': 'Spara ändringarna i ”{name}”',
  'saved_filters.changed': '{name} (ändrat)',
  'saved_filters.nothing_set': 'Välj först ett filter, så kan det sparas.',
  'saved_filters.manage': 'Byt namn eller ta bort…',
  'saved_filters.save_title': 'Spara de här filtren',
  'saved_filters.name': 'Namn',
  'saved_filters.name_help': 'Till exempel ”Mina försenade deklarationer”',
  'saved_filters.share': 'För alla på byrån',
  'saved_filters.confirm': 'Spara',
  'saved_filters.saved': '”{name}” är sparat',
  'saved_filters.name_of': 'Namn på ”{name}”',
  'saved_filters.rename': 'Byt namn på ”{name}”',
  'saved_filters.delete': 'Ta bort ”{name}”',
  'saved_filters.deleted': '”{name}” är borttaget',
  'saved_filters.stale': 'Någon har bytt namn på det under tiden. Det heter nu ”{name}”.',
  'saved_filters.meanwhile': '”{name}” har ändrats under tiden',
  'saved_filters.meanwhile_text':
    'Någon sparade andra filter under det här namnet medan du ändrade dem. Ta deras, eller skriv över med dina.',
  'saved_filters.take_theirs': 'Ta deras',
  'saved_filters.overwrite': 'Skriv över',
}
