import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const sv: SameKeys<typeof en> = {
  'event.import.uploaded': '{actor} laddade upp {fileName} ({rows, plural, one {en rad} other {# rader}})',
  'event.import.started': '{actor} startade importen av {fileName} ({rows, plural, one {en rad} other {# rader}})',
  'event.import.finished':
    '{fileName} är importerad: {accountsCreated, plural, one {en klient} other {# klienter}} tillagda, {accountsUpdated, plural, one {en} other {#}} uppdaterade, {rowsRefused, plural, one {en rad} other {# rader}} importerades inte',
  'event.import.failed': 'Importen av {fileName} stannade eftersom filen är borta',
  'event.import.discarded': '{actor} kastade {fileName} utan att importera',

  'imports.report.line': 'Rad',
  'imports.report.column': 'Kolumn',
  'imports.report.problem': 'Problem',
  'imports.report.file': 'inte importerade',

  'field.quote_misplaced': 'Ett citattecken står där det inte kan stå. Inuti en cell skrivs det dubbelt',
  'field.quote_unclosed': 'Ett citattecken öppnas och stängs aldrig',
  'field.row_too_long': 'Raden är för lång för att vara en rad',
  'field.too_many_cells':
    'Raden har {cells, plural, one {en cell} other {# celler}}, rubrikerna är {columns, plural, one {en} other {#}}',
  'field.too_few_cells':
    'Raden har {cells, plural, one {en cell} other {# celler}}, rubrikerna är {columns, plural, one {en} other {#}}',
  'field.not_a_short_id': '”{value}” är inget kort-id: en eller två bokstäver och ett tal, till exempel A-118',
  'field.type_unknown': '”{value}” är ingen typ av klient. Skriv privatperson, företag eller övrigt',
  'field.locale_unknown': '”{value}” är inget språk som finns. Skriv en, nl, de eller sv',
  'field.invalid_email_cell': '”{value}” är ingen e-postadress',
  'field.short_id_taken': 'Kort-id {value} tillhör en klient som du inte kan se',
  'field.ambiguous_id': 'Flera klienter har det externa id:t {value}',
  'field.ids_disagree': 'Kort-id och externt id tillhör två olika klienter',
  'field.ambiguous_name': '{count, number} klienter heter {value}. Lägg till en kolumn med id för att skilja dem åt',
  'field.ambiguous_email': '{count, number} kontakter har adressen {value}',
  'field.ambiguous_contact': '{count, number} kontakter hos klienten heter {value}. Lägg till deras e-postadresser',
  'field.account_not_found': 'Det finns ingen klient {value}',
  'field.contact_missing': 'En ny klient behöver en kontakt: ett namn eller en e-postadress',
  'field.row_failed': 'Raden kunde inte importeras. Orsaken finns i serverns logg under {errorId}',
  'field.no_rows': 'Det finns inga rader under rubrikerna',
  'field.headings_broken': 'Första raden, med rubrikerna, går inte att läsa: ett citattecken står fel',
  'field.too_many_columns': 'Filen har fler än {maximum, number} kolumner',
  'field.column_twice': 'En annan kolumn är redan detta',
  'field.column_not_in_mode': 'Kontakter importeras inte på det här sättet',
  'field.needs_account_column': 'Ange vilken kolumn som namnger klienten',
  'field.needs_contact_column': 'Ange vilken kolumn som har e-postadressen, eller klienten och kontaktens namn',
}
