import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const nl: SameKeys<typeof en> = {
  'event.import.uploaded': '{actor} heeft {fileName} geüpload ({rows, plural, one {één rij} other {# rijen}})',
  'event.import.started':
    '{actor} is begonnen met het importeren van {fileName} ({rows, plural, one {één rij} other {# rijen}})',
  'event.import.finished':
    '{fileName} is geïmporteerd: {accountsCreated, plural, one {één klant} other {# klanten}} toegevoegd, {accountsUpdated, plural, one {één} other {#}} bijgewerkt, {rowsRefused, plural, one {één rij} other {# rijen}} niet geïmporteerd',
  'event.import.failed': 'De import van {fileName} is gestopt omdat het bestand weg is',
  'event.import.discarded': '{actor} heeft {fileName} weggegooid zonder te importeren',

  'imports.report.line': 'Regel',
  'imports.report.column': 'Kolom',
  'imports.report.problem': 'Probleem',
  'imports.report.file': 'niet geïmporteerd',

  'field.quote_misplaced': 'Er staat een aanhalingsteken waar dat niet kan. In een cel schrijf je het dubbel',
  'field.quote_unclosed': 'Een aanhalingsteken wordt geopend en nergens gesloten',
  'field.row_too_long': 'Deze rij is te lang om één rij te zijn',
  'field.too_many_cells':
    'De rij heeft {cells, plural, one {één cel} other {# cellen}}, er {columns, plural, one {is één kolomkop} other {zijn # kolomkoppen}}',
  'field.too_few_cells':
    'De rij heeft {cells, plural, one {één cel} other {# cellen}}, er {columns, plural, one {is één kolomkop} other {zijn # kolomkoppen}}',
  'field.not_a_short_id': '“{value}” is geen korte ID: één of twee letters en een getal, zoals A-118',
  'field.type_unknown': '“{value}” is geen soort klant. Schrijf particulier, bedrijf of overig',
  'field.locale_unknown': '“{value}” is geen taal die we hebben. Schrijf en, nl, de of sv',
  'field.invalid_email_cell': '“{value}” is geen e-mailadres',
  'field.short_id_taken': 'De korte ID {value} hoort bij een klant die je niet kunt zien',
  'field.ambiguous_id': 'Meerdere klanten hebben de externe ID {value}',
  'field.ids_disagree': 'De korte ID en de externe ID horen bij twee verschillende klanten',
  'field.ambiguous_name': '{count, number} klanten heten {value}. Voeg een kolom met ID’s toe om ze te onderscheiden',
  'field.ambiguous_email': '{count, number} contactpersonen hebben het adres {value}',
  'field.ambiguous_contact':
    '{count, number} contactpersonen van deze klant heten {value}. Voeg hun e-mailadressen toe',
  'field.account_not_found': 'Er is geen klant {value}',
  'field.contact_missing': 'Een nieuwe klant heeft een contactpersoon nodig: een naam of een e-mailadres',
  'field.row_failed': 'Deze rij kon niet worden geïmporteerd. De reden staat in het serverlogboek onder {errorId}',
  'field.no_rows': 'Er staan geen rijen onder de kolomkoppen',
  'field.headings_broken': 'De eerste regel, met de kolomkoppen, is onleesbaar: een aanhalingsteken staat verkeerd',
  'field.too_many_columns': 'Het bestand heeft meer dan {maximum, number} kolommen',
  'field.column_twice': 'Een andere kolom is dit al',
  'field.column_not_in_mode': 'Contactpersonen worden op deze manier niet geïmporteerd',
  'field.needs_account_column': 'Geef aan in welke kolom de klant staat',
  'field.needs_contact_column':
    'Geef aan in welke kolom het e-mailadres staat, of de klant en de naam van de contactpersoon',
}
