import type { OrganizerDefinition } from '../../../organizers/model.ts'
import { any, date, files, is, many, note, number, one, section, story, text, ticked, yes, yesNo } from '../blocks.ts'

const person = section('s_person', 'Angaben zur Person', [
  note(
    'n_start',
    'Alle Fragen beziehen sich auf das Steuerjahr im Titel, nicht auf das laufende Jahr.\n\nIhre Angaben werden sofort gespeichert. Scans, PDF-Dateien und gut lesbare Fotos sind willkommen.',
  ),
  one('familienstand', 'Wie war Ihr Familienstand am 31. Dezember?', {
    ledig: 'Ledig',
    verheiratet: 'Verheiratet oder in eingetragener Lebenspartnerschaft',
    getrennt: 'Dauernd getrennt lebend oder geschieden',
    verwitwet: 'Verwitwet',
  }),
  text('partner', 'Name, Geburtsdatum und Steuer-ID Ihres Ehe- oder Lebenspartners', {
    when: is('familienstand', 'verheiratet'),
  }),
  date('familienstand_seit', 'Seit wann gilt das?', {
    when: any(is('familienstand', 'getrennt'), is('familienstand', 'verwitwet')),
  }),
  yesNo('umgezogen', 'Sind Sie in diesem Jahr umgezogen?'),
  text('neue_anschrift', 'Neue Anschrift und Tag des Umzugs', { when: yes('umgezogen') }),
  yesNo('behinderung', 'Liegt bei einem Familienmitglied eine Behinderung oder ein Pflegegrad vor?'),
  files('f_behinderung', 'Ausweis oder Bescheid', { when: yes('behinderung') }),
])

const kinder = section('s_kinder', 'Kinder', [
  yesNo('hat_kinder', 'Haben Sie Kinder, für die Ihnen Kindergeld zusteht?'),
  story('kinder', 'Name, Geburtsdatum und Steuer-ID jedes Kindes', {
    help: 'Bei Kindern über 18 bitte auch Ausbildung oder Studium mit Beginn und Ende.',
    when: yes('hat_kinder'),
  }),
  yesNo('betreuung', 'Haben Sie Schulgeld bezahlt, oder Betreuung für Kinder unter 14 Jahren?', {
    when: yes('hat_kinder'),
  }),
  files('f_betreuung', 'Rechnungen oder Bescheinigungen und die Überweisungsbelege', {
    help: 'Kita, Hort, Tagesmutter, Privatschule. Barzahlungen erkennt das Finanzamt nicht an.',
    when: yes('betreuung'),
  }),
])

const einkuenfte = section('s_einkuenfte', 'Einkünfte', [
  many('einkuenfte', 'Welche Einkünfte hatten Sie oder Ihr Ehe- oder Lebenspartner?', {
    lohn: 'Arbeitslohn',
    selbstaendig: 'Freiberufliche oder gewerbliche Tätigkeit',
    rente: 'Rente oder Pension',
    ersatz: 'Elterngeld, Krankengeld, Arbeitslosen- oder Kurzarbeitergeld',
    kapital: 'Zinsen, Dividenden oder Wertpapierverkäufe',
    vermietung: 'Vermietung oder Verpachtung',
    verkauf: 'Verkauf von Kryptowährung, Edelmetall oder einer Immobilie',
    keine: 'Keine davon',
  }),
  files('f_lohn', 'Lohnsteuerbescheinigung jedes Arbeitgebers', { when: ticked('einkuenfte', 'lohn') }),
  files('f_rente', 'Rentenbezugsmitteilung oder Rentenbescheid', { when: ticked('einkuenfte', 'rente') }),
  files('f_ersatz', 'Bescheinigung über die Leistung', {
    help: 'Sie ist steuerfrei, erhöht aber den Steuersatz auf das übrige Einkommen.',
    when: ticked('einkuenfte', 'ersatz'),
  }),
  files('f_kapital', 'Steuerbescheinigung jeder Bank und jedes Depots', { when: ticked('einkuenfte', 'kapital') }),
  files('f_verkauf', 'Kauf- und Verkaufsbelege oder der Steuerreport der Börse', {
    when: ticked('einkuenfte', 'verkauf'),
  }),
  yesNo('ausland', 'Hatten Sie Einkünfte, Konten oder Immobilien im Ausland?'),
  note('n_ausland', 'Dazu erhalten Sie von uns einen kurzen zweiten Fragebogen.', yes('ausland')),
])

const arbeit = section(
  's_arbeit',
  'Kosten Ihrer Arbeit',
  [
    text('arbeitsweg', 'Einfache Entfernung zur Arbeit in Kilometern, und womit Sie gefahren sind'),
    number('arbeitstage', 'An wie vielen Tagen sind Sie dorthin gefahren?'),
    number('homeoffice', 'An wie vielen Tagen haben Sie überwiegend zu Hause gearbeitet?', {
      help: 'Schreiben Sie 0, wenn das nicht vorkam.',
    }),
    many('werbungskosten', 'Welche Kosten hat Ihr Arbeitgeber nicht erstattet?', {
      mittel: 'Arbeitsmittel, zum Beispiel Computer, Fachbücher, Arbeitskleidung',
      fortbildung: 'Fortbildung oder Bewerbungen',
      reisen: 'Dienstreisen oder wechselnde Einsatzorte',
      zweitwohnung: 'Zweitwohnung am Arbeitsort',
      keine: 'Keine davon',
    }),
    files('f_werbungskosten', 'Belege oder Aufstellung dieser Kosten', { optional: true }),
  ],
  ticked('einkuenfte', 'lohn'),
)

const betriebUndHaus = section(
  's_betrieb',
  'Selbständigkeit und Vermietung',
  [
    files('f_betrieb', 'Einnahmenüberschussrechnung, Jahresabschluss oder Ihre Aufzeichnungen', {
      when: ticked('einkuenfte', 'selbstaendig'),
    }),
    text('objekt', 'Anschrift und Wohnfläche jedes vermieteten Objekts', { when: ticked('einkuenfte', 'vermietung') }),
    files('f_miete', 'Mieteinnahmen, Zinsbescheinigung, Nebenkosten und Reparaturen', {
      when: ticked('einkuenfte', 'vermietung'),
    }),
    yesNo('objekt_neu', 'Haben Sie ein Objekt gekauft, verkauft oder umgebaut?', {
      when: ticked('einkuenfte', 'vermietung'),
    }),
    files('f_objekt', 'Notarvertrag, Kostenrechnungen und Grunderwerbsteuerbescheid', { when: yes('objekt_neu') }),
  ],
  any(ticked('einkuenfte', 'selbstaendig'), ticked('einkuenfte', 'vermietung')),
)

const ausgaben = section('s_ausgaben', 'Vorsorge und private Ausgaben', [
  many('gezahlt', 'Was haben Sie in diesem Jahr bezahlt?', {
    vorsorge: 'Beiträge zu privater Kranken-, Renten-, Haftpflicht- oder Berufsunfähigkeitsversicherung',
    spenden: 'Spenden oder Mitgliedsbeiträge an Parteien',
    unterhalt: 'Unterhalt an Angehörige oder den früheren Ehepartner',
    krankheit: 'Hohe Krankheits-, Pflege- oder Bestattungskosten',
    handwerker: 'Handwerker, Putzhilfe oder Gartenpflege zu Hause',
    nichts: 'Nichts davon',
  }),
  files('f_vorsorge', 'Beitragsbescheinigungen der Versicherungen', { when: ticked('gezahlt', 'vorsorge') }),
  files('f_spenden', 'Zuwendungsbestätigungen', {
    help: 'Bis 300 Euro je Spende genügt der Kontoauszug.',
    when: ticked('gezahlt', 'spenden'),
  }),
  story('unterhalt', 'Empfänger mit Steuer-ID, Betrag und Zeitraum', { when: ticked('gezahlt', 'unterhalt') }),
  files('f_krankheit', 'Aufstellung der Kosten und der Erstattungen', { when: ticked('gezahlt', 'krankheit') }),
  files('f_handwerker', 'Rechnungen mit ausgewiesenem Lohnanteil, und die Nebenkostenabrechnung', {
    help: 'Nur was überwiesen wurde, zählt. Auch Mieter haben Anteile in ihrer Abrechnung.',
    when: ticked('gezahlt', 'handwerker'),
  }),
])

const abschluss = section('s_abschluss', 'Zum Schluss', [
  files('f_bescheid', 'Letzter Steuerbescheid und Vorauszahlungsbescheide', { optional: true }),
  text('iban', 'IBAN für eine Erstattung, falls sie sich geändert hat', { optional: true }),
  story('sonstiges', 'Was hat sich sonst geändert, oder was möchten Sie fragen?', { optional: true }),
])

/** What a preparer needs from residents of Germany, assessed alone or jointly. */
export const erklaerung: OrganizerDefinition = {
  sections: [person, kinder, einkuenfte, arbeit, betriebUndHaus, ausgaben, abschluss],
}
