import type { ImportField } from './model.ts'
import { plain } from './value-words.ts'

/** How files call their columns, in the four languages; spelling, case, accents and signs do not matter. */
const WORDS: Record<ImportField, string> = {
  'account.name':
    'account, account name, client, client name, company, company name, business, business name, entity, organisation, organization, klant, klantnaam, naam klant, bedrijf, bedrijfsnaam, relatie, relatienaam, handelsnaam, mandant, mandantenname, name des mandanten, firma, firmenname, firmenbezeichnung, unternehmen, klient, klientnamn, kund, kundnamn, foretag, foretagsnamn, bolag, bolagsnamn',
  'account.shortId': 'short id, shortid, korte id, kort id, kurz id, kurz-id',
  'account.externalId':
    'id, external id, client id, client number, client no, client nr, customer id, customer number, customer no, account id, account number, externe id, klantnummer, klantcode, klant id, relatienummer, debiteurnummer, debiteurennummer, mandantennummer, mandantennr, mandanten nr, kundennummer, kundennr, externt id, klientnummer, klientnr, kundnummer, kundnr',
  'account.type':
    'type, account type, client type, entity type, soort, klanttype, soort klant, type klant, typ, art, mandantentyp, kundentyp, kundtyp, klienttyp',
  'account.tags':
    'tag, tags, label, labels, etiket, etiketten, schlagwort, schlagworte, etikett, etiketter, tagg, taggar',
  'contact.firstName':
    'first name, firstname, given name, forename, contact first name, voornaam, voornamen, roepnaam, vorname, vornamen, fornamn, tilltalsnamn',
  'contact.lastName':
    'last name, lastname, surname, family name, contact last name, achternaam, familienaam, nachname, familienname, efternamn',
  'contact.name':
    'name, full name, contact, contact name, contact person, person, naam, volledige naam, contactpersoon, naam contactpersoon, vollstandiger name, kontakt, kontaktperson, ansprechpartner, ansprechpartnerin, namn, fullstandigt namn',
  'contact.email':
    'email, e mail, mail, email address, e mail address, mailadres, emailadres, e mailadres, e mail adres, email adresse, e mail adresse, mailadresse, epost, e post, epostadress, e postadress, mejl, mejladress',
  'contact.phone':
    'phone, phone number, telephone, mobile, mobile phone, cell, cell phone, tel, tel nr, telefoon, telefoonnummer, mobiel, mobiele telefoon, telefon, telefonnummer, telefonnr, mobil, mobiltelefon, mobilnummer, handy, handynummer, rufnummer',
  'contact.locale': 'language, locale, taal, sprache, sprak',
}

const FIELD_OF = new Map(
  Object.entries(WORDS).flatMap(([field, words]) =>
    words.split(', ').map((word) => [plain(word), field as ImportField]),
  ),
)

/** What each column most likely is, by its heading; a field is suggested once, for the first column that fits. */
export function suggestedColumns(headings: readonly string[]): (ImportField | null)[] {
  const given = new Set<ImportField>()
  return headings.map((heading) => {
    const field = FIELD_OF.get(plain(heading))
    if (!field || given.has(field)) return null
    given.add(field)
    return field
  })
}
