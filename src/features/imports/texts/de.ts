import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const de: SameKeys<typeof en> = {
  'event.import.uploaded': '{actor} hat {fileName} hochgeladen ({rows, plural, one {eine Zeile} other {# Zeilen}})',
  'event.import.started':
    '{actor} hat den Import von {fileName} gestartet ({rows, plural, one {eine Zeile} other {# Zeilen}})',
  'event.import.finished':
    '{fileName} ist importiert: {accountsCreated, plural, one {ein Mandant} other {# Mandanten}} angelegt, {accountsUpdated, plural, one {einer} other {#}} aktualisiert, {rowsRefused, plural, one {eine Zeile} other {# Zeilen}} nicht importiert',
  'event.import.failed': 'Der Import von {fileName} wurde abgebrochen, weil die Datei fehlt',
  'event.import.discarded': '{actor} hat {fileName} verworfen, ohne zu importieren',

  'imports.report.line': 'Zeile',
  'imports.report.column': 'Spalte',
  'imports.report.problem': 'Problem',
  'imports.report.file': 'nicht importiert',

  'field.quote_misplaced':
    'Ein Anführungszeichen steht an falscher Stelle. Innerhalb einer Zelle wird es doppelt geschrieben',
  'field.quote_unclosed': 'Ein Anführungszeichen wird geöffnet und nirgends geschlossen',
  'field.row_too_long': 'Diese Zeile ist zu lang für eine Zeile',
  'field.too_many_cells':
    'Die Zeile hat {cells, plural, one {eine Zelle} other {# Zellen}}, es gibt {columns, plural, one {eine Überschrift} other {# Überschriften}}',
  'field.too_few_cells':
    'Die Zeile hat {cells, plural, one {eine Zelle} other {# Zellen}}, es gibt {columns, plural, one {eine Überschrift} other {# Überschriften}}',
  'field.not_a_short_id': '„{value}“ ist keine Kurz-ID: ein oder zwei Buchstaben und eine Zahl, etwa A-118',
  'field.type_unknown': '„{value}“ ist keine Art von Mandant. Schreiben Sie Privatperson, Unternehmen oder Sonstige',
  'field.locale_unknown': '„{value}“ ist keine verfügbare Sprache. Schreiben Sie en, nl, de oder sv',
  'field.invalid_email_cell': '„{value}“ ist keine E-Mail-Adresse',
  'field.short_id_taken': 'Die Kurz-ID {value} gehört zu einem Mandanten, den Sie nicht sehen können',
  'field.ambiguous_id': 'Mehrere Mandanten haben die externe ID {value}',
  'field.ids_disagree': 'Die Kurz-ID und die externe ID gehören zu zwei verschiedenen Mandanten',
  'field.ambiguous_name':
    '{count, number} Mandanten heißen {value}. Ergänzen Sie eine Spalte mit IDs, um sie zu unterscheiden',
  'field.ambiguous_email': '{count, number} Kontakte haben die Adresse {value}',
  'field.ambiguous_contact':
    '{count, number} Kontakte dieses Mandanten heißen {value}. Ergänzen Sie ihre E-Mail-Adressen',
  'field.account_not_found': 'Es gibt keinen Mandanten {value}',
  'field.contact_missing': 'Ein neuer Mandant braucht einen Kontakt: einen Namen oder eine E-Mail-Adresse',
  'field.row_failed': 'Diese Zeile konnte nicht importiert werden. Der Grund steht im Serverprotokoll unter {errorId}',
  'field.no_rows': 'Unter den Überschriften stehen keine Zeilen',
  'field.headings_broken':
    'Die erste Zeile mit den Überschriften ist nicht lesbar: Ein Anführungszeichen steht an falscher Stelle',
  'field.too_many_columns': 'Die Datei hat mehr als {maximum, number} Spalten',
  'field.column_twice': 'Eine andere Spalte ist das bereits',
  'field.column_not_in_mode': 'Kontakte werden auf diese Weise nicht importiert',
  'field.needs_account_column': 'Geben Sie an, in welcher Spalte der Mandant steht',
  'field.needs_contact_column':
    'Geben Sie an, in welcher Spalte die E-Mail-Adresse steht oder der Mandant und der Name des Kontakts',
}
