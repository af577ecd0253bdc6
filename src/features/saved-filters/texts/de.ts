import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const de: SameKeys<typeof en> = {
  'event.saved_filter.created':
    '{actor} hat den Filter „{name}“{shared, select, true { für die ganze Kanzlei} other {}} gespeichert',
  'event.saved_filter.renamed': '{actor} hat den Filter „{before}“ in „{name}“ umbenannt',
  'event.saved_filter.overwritten':
    '{actor} hat geändert, wonach der Filter „{name}“{shared, select, true { der Kanzlei} other {}} filtert',
  'event.saved_filter.deleted':
    '{actor} hat den Filter „{name}“{shared, select, true { der Kanzlei} other {}} gelöscht',

  'saved_filters.open': 'Gespeicherte Filter',
  'saved_filters.own': 'Meine',
  'saved_filters.firms': 'Der Kanzlei',
  'saved_filters.none':
    'Noch ist nichts gespeichert. Filtern Sie, was Sie sehen, und speichern Sie es hier unter einem Namen.',
  'saved_filters.save': 'Diese Filter speichern…',
  'saved_filters.save_new': 'Als neuen Filter speichern…',
  'saved_filters.save_changes': 'Änderungen in „{name}“ speichern',
  'saved_filters.changed': '{name} (geändert)',
  'saved_filters.nothing_set': 'Setzen Sie zuerst einen Filter, dann lässt er sich speichern.',
  'saved_filters.manage': 'Umbenennen oder löschen…',
  'saved_filters.save_title': 'Diese Filter speichern',
  'saved_filters.name': 'Name',
  'saved_filters.name_help': 'Zum Beispiel „Meine überfälligen Erklärungen“',
  'saved_filters.share': 'Für alle in der Kanzlei',
  'saved_filters.confirm': 'Speichern',
  'saved_filters.saved': '„{name}“ ist gespeichert',
  'saved_filters.name_of': 'Name von „{name}“',
  'saved_filters.rename': '„{name}“ umbenennen',
  'saved_filters.delete': '„{name}“ löschen',
  'saved_filters.deleted': '„{name}“ ist gelöscht',
  'saved_filters.stale': 'Jemand hat ihn inzwischen umbenannt. Er heißt jetzt „{name}“.',
  'saved_filters.meanwhile': '„{name}“ wurde inzwischen geändert',
  'saved_filters.meanwhile_text':
    'Jemand hat unter diesem Namen andere Filter gespeichert, während Sie sie geändert haben. Übernehmen Sie diese, oder überschreiben Sie sie mit Ihren.',
  'saved_filters.take_theirs': 'Diese übernehmen',
  'saved_filters.overwrite': 'Überschreiben',
}
