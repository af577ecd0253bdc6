import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const nl: SameKeys<typeof en> = {
  'event.saved_filter.created':
    '{actor} heeft het filter ‘{name}’ bewaard{shared, select, true { voor het hele kantoor} other {}}',
  'event.saved_filter.renamed': '{actor} heeft het filter ‘{before}’ hernoemd tot ‘{name}’',
  'event.saved_filter.overwritten':
    '{actor} heeft gewijzigd waarop het filter ‘{name}’{shared, select, true { van het kantoor} other {}} filtert',
  'event.saved_filter.deleted':
    '{actor} heeft het filter ‘{name}’{shared, select, true { van het kantoor} other {}} verwijderd',

  'saved_filters.open': 'Bewaarde filters',
  'saved_filters.own': 'Van mij',
  'saved_filters.firms': 'Van het kantoor',
  'saved_filters.none': 'Er is nog niets bewaard. Filter wat u ziet en bewaar het hier onder een naam.',
  'saved_filters.save': 'Deze filters bewaren…',
  'saved_filters.save_new': 'Als nieuw filter bewaren…',
  'saved_filters.save_changes': 'Wijzigingen bewaren in ‘{name}’',
  'saved_filters.changed': '{name} (gewijzigd)',
  'saved_filters.nothing_set': 'Stel eerst een filter in, dan kunt u het bewaren.',
  'saved_filters.manage': 'Hernoemen of verwijderen…',
  'saved_filters.save_title': 'Deze filters bewaren',
  'saved_filters.name': 'Naam',
  'saved_filters.name_help': 'Bijvoorbeeld ‘Mijn late aangiften’',
  'saved_filters.share': 'Voor iedereen op kantoor',
  'saved_filters.confirm': 'Bewaren',
  'saved_filters.saved': '‘{name}’ is bewaard',
  'saved_filters.name_of': 'Naam van ‘{name}’',
  'saved_filters.rename': '‘{name}’ hernoemen',
  'saved_filters.delete': '‘{name}’ verwijderen',
  'saved_filters.deleted': '‘{name}’ is verwijderd',
  'saved_filters.stale': 'Iemand heeft het intussen hernoemd. Het heet nu ‘{name}’.',
  'saved_filters.meanwhile': '‘{name}’ is intussen gewijzigd',
  'saved_filters.meanwhile_text':
    'Iemand heeft onder deze naam andere filters bewaard terwijl u ze wijzigde. Neem die over, of overschrijf ze met de uwe.',
  'saved_filters.take_theirs': 'Die overnemen',
  'saved_filters.overwrite': 'Overschrijven',
}
