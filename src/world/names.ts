import type { AccountType } from '#conditions/model.ts'
import type { Locale } from '#kernel/locale.ts'
import type { Right, Role } from '#kernel/rights.ts'

export type DemoTag = keyof typeof demoTags
export type DemoMemberKey = 'ellen' | 'mara' | 'tom' | 'priya' | 'sanne' | 'jonas'
export type DemoMember = {
  key: DemoMemberKey
  name: string
  email: string
  role: Role
  rights: Right[]
  locale: Locale
}

export type DemoAccount = {
  name: string
  type: AccountType
  tags: DemoTag[]
  team: DemoMemberKey[]
  contacts: DemoContact[]
}

/** One person on one account; the same e-mail on two accounts is the same person. Switches as in CON-3, CON-4. */
export type DemoContact = {
  firstName: string
  lastName: string
  email: string
  locale: Locale
  login: boolean
  notify: boolean
}

export const demoFirm = {
  name: 'Hollis & Vane',
  slug: 'hollis-vane',
  locale: 'en',
  timeZone: 'Europe/Amsterdam',
} as const

/** Each tag with its colour. Those that steer a shipped pipeline are named as in its pack. */
export const demoTags = {
  'Foreign income': 'violet',
  Rental: 'teal',
  'K-1': 'orange',
  'Stock options': 'yellow',
  NY: 'gray',
  Payroll: 'teal',
  'Sales tax': 'orange',
  Bookkeeping: 'green',
  NL: 'gray',
  Buitenland: 'violet',
  Ondernemer: 'teal',
  'Werkelijk rendement': 'orange',
  'Partner filing': 'yellow',
  '30% ruling': 'yellow',
  SE: 'gray',
  Revision: 'violet',
  Fåmansbolag: 'teal',
  Anställda: 'orange',
  DE: 'gray',
  Ausland: 'violet',
  Vermietung: 'teal',
  Selbständig: 'orange',
  'VAT quarterly': 'green',
  'Annual report': 'green',
} as const

const PREPARER: Right[] = [
  'view_all_accounts',
  'manage_contacts',
  'manage_organizers',
  'manage_documents',
  'manage_tags',
]

export const demoMembers: DemoMember[] = [
  member('ellen', 'Ellen Hollis', 'owner'),
  member('mara', 'Mara Lindqvist', 'admin'),
  member('tom', 'Tom Okafor', 'employee', 'en', [...PREPARER, 'manage_templates', 'manage_pipelines']),
  member('priya', 'Priya Nair', 'employee', 'en', PREPARER),
  member('sanne', 'Sanne Vermeer', 'employee', 'nl', PREPARER),
  member('jonas', 'Jonas Krüger', 'employee', 'de', ['manage_organizers', 'manage_documents']),
]

/** Domains kept free for examples, so that no mail of the demo reaches anybody. */
const DOMAINS: Record<Locale, string> = { en: 'example.com', nl: 'example.nl', de: 'example.org', sv: 'example.net' }

/** Portal access was never given to them: organizers simply wait there (FAIL-2). */
const OFFLINE = new Set(['Dubois-Marchetti, Isabelle', 'Delgado, Rosa', 'Holm, Astrid', 'Stichting De Oude Molen'])

/** They want no mails: what is sent is created, and nobody hears of it (FAIL-4). */
const UNNOTIFIED = new Set(['Young, Peter', 'Haas, Stefan'])

export const demoAccounts: DemoAccount[] = [
  person('en', 'Abernathy-Castellanos, Josephine', ['tom', 'priya'], ['K-1', 'NY']),
  person('en', 'Adeyemi, Folake', ['tom']),
  person('en', 'Brooks, Sam', ['tom']),
  person('en', 'Castillo, Marta', ['tom']),
  person('en', 'Chen, Wei', ['ellen', 'priya'], ['Stock options']),
  person('en', 'Delgado, Rosa', ['tom']),
  person('en', 'Dubois-Marchetti, Isabelle', [], ['Foreign income']),
  person('en', 'Ferreira-Lund, Sofia', ['ellen', 'tom'], ['Foreign income']),
  person('en', 'Fitzgerald, Maeve', ['priya']),
  person('en', 'Goldberg, Aaron', ['tom'], ['Rental', 'K-1']),
  person('en', 'Kowalski, Ben', ['priya'], ['Rental']),
  person('en', 'Moreau, Camille', ['ellen', 'tom']),
  person('en', 'Nguyen, Minh & Thu', ['priya']),
  person('en', "O'Sullivan, Declan", ['tom'], ['Foreign income']),
  person('en', 'Okonjo, Daniel', ['tom']),
  person('en', 'Patel, Anika', ['tom']),
  person('en', 'Peterson, Grant & Louise', ['priya']),
  person('en', 'Ramírez, Lucía', ['priya']),
  person('en', 'Reyes, Gabriela', ['tom']),
  person('en', 'Tanaka, Hiroshi', ['priya'], ['Foreign income']),
  person('en', 'Thornton, Margaret', ['mara']),
  person('en', 'Washington, Denise', ['tom']),
  person('en', 'Whitfield, Carol & James', ['tom']),
  person('en', 'Young, Peter', ['ellen']),
  entity('other', 'en', 'Thornton Family Trust', ['ellen', 'mara'], ['K-1'], ['Margaret Thornton']),
  entity('other', 'en', 'Riverside Community Choir', ['priya'], [], ['Grace Holloway']),
  company('en', 'Bluebird Bicycle Works LLC', ['priya'], ['Bookkeeping', 'Sales tax'], ['Noah Bell', 'Iris Bell']),
  company('en', 'Castillo Landscaping Inc.', ['tom'], ['Bookkeeping', 'Payroll'], ['Marta Castillo']),
  company('en', 'Harbor Street Bakery LLC', ['priya'], ['Bookkeeping', 'Payroll', 'Sales tax'], ['Ruth Delaney']),
  company('en', 'Northgate Dental PLLC', ['tom'], ['Bookkeeping', 'Payroll'], ['Omar Haddad']),
  company('en', 'Young & Park Architects LLP', ['ellen'], ['Bookkeeping'], ['Peter Young', 'Ji-woo Park']),
  person('nl', 'Bakker, Joost & Lieke', ['sanne'], ['NL']),
  person('nl', 'de Boer, Ruben', ['sanne'], ['NL', 'Foreign income', 'Buitenland']),
  person('nl', 'Dijkstra, Femke', ['sanne'], ['NL', 'Ondernemer']),
  person('nl', 'van der Heijden-Oosterwijk, Marieke', ['sanne'], ['NL']),
  person('nl', 'Jansen-de Wit, Familie', ['sanne'], ['NL', 'Partner filing'], ['Thijs Jansen', 'Roos de Wit']),
  person('nl', 'Mulder, Willemijn', ['sanne'], ['NL', 'Werkelijk rendement']),
  person('nl', 'Smit, Coen', ['ellen', 'sanne'], ['NL']),
  person('nl', 'Visser, Pieter & Anneke', ['mara', 'sanne'], ['Foreign income', 'NL', '30% ruling', 'Buitenland']),
  entity('other', 'nl', 'Stichting De Oude Molen', ['sanne'], ['NL', 'Annual report'], ['Henk Postma']),
  company('nl', 'Bakker Fietsen B.V.', ['sanne'], ['NL', 'VAT quarterly'], ['Joost Bakker']),
  company('nl', 'Studio Noorderlicht V.O.F.', ['sanne'], ['NL', 'VAT quarterly'], ['Femke Dijkstra', 'Bram Kuipers']),
  person('sv', 'Åkesson, Birgitta', ['mara'], ['SE', 'Foreign income']),
  person('sv', 'Bergström, Elin', ['mara'], ['SE']),
  person('sv', 'Holm, Astrid', ['mara'], ['SE']),
  person('sv', 'Larsson, Gustav', ['ellen', 'mara'], ['SE']),
  person('sv', 'Lindström, Karl-Johan', ['mara'], ['SE']),
  person('sv', 'Nilsson, Maja & Oskar', ['mara'], ['SE']),
  company('sv', 'Bergström Konsult AB', ['mara'], ['SE', 'Bookkeeping', 'Fåmansbolag'], ['Elin Bergström']),
  company('sv', 'Norrsken Snickeri AB', ['mara'], ['SE', 'Fåmansbolag', 'Anställda'], ['Oskar Nilsson', 'Saga Ek']),
  company('sv', 'Västkust Rederi AB', ['mara', 'ellen'], ['SE', 'Revision', 'Anställda'], ['Henrik Sjögren']),
  person('de', 'Brandt, Heike', ['ellen', 'jonas'], ['DE', 'Vermietung']),
  person('de', 'Haas, Stefan', ['jonas'], ['DE', 'Foreign income', 'Ausland']),
  person('de', 'Hoffmann, Dr. Matthias', ['jonas'], ['DE', 'Selbständig'], ['Matthias Hoffmann']),
  person('de', 'Müller-Albrecht, Katharina', ['jonas'], ['DE', 'Foreign income', 'Ausland']),
  person('de', 'Wagner, Lukas', ['jonas'], ['DE']),
  person('de', 'Weber, Familie', ['jonas'], ['DE'], ['Andreas Weber', 'Claudia Weber']),
  company(
    'de',
    'Grünwald Feinmechanik GmbH & Co. KG',
    ['jonas', 'ellen'],
    ['DE', 'VAT quarterly'],
    ['Ulrike Grünwald'],
  ),
  company('de', 'Schuster Elektrotechnik GmbH', ['jonas'], ['DE', 'VAT quarterly'], ['Jürgen Schuster']),
]

function member(key: DemoMemberKey, name: string, role: Role, locale: Locale = 'en', rights: Right[] = []): DemoMember {
  return { key, name, email: `${key}@hollisvane.example`, role, rights, locale }
}

/** One person or a couple; who they are stands in the name ("Whitfield, Carol & James") unless it is said. */
function person(locale: Locale, name: string, team: DemoMemberKey[], tags: DemoTag[] = [], people = peopleIn(name)) {
  return entity('individual', locale, name, team, tags, people)
}

function company(locale: Locale, name: string, team: DemoMemberKey[], tags: DemoTag[], people: string[]): DemoAccount {
  return entity('company', locale, name, team, tags, people)
}

function entity(
  type: AccountType,
  locale: Locale,
  name: string,
  team: DemoMemberKey[],
  tags: DemoTag[],
  people: string[],
): DemoAccount {
  const switches = { login: !OFFLINE.has(name), notify: !UNNOTIFIED.has(name) }
  return { name, type, tags, team, contacts: people.map((full) => ({ ...contact(full, locale), ...switches })) }
}

function peopleIn(accountName: string): string[] {
  const [lastName = '', firstNames = ''] = accountName.split(', ')
  return firstNames.split(' & ').map((firstName) => `${firstName} ${lastName}`)
}

function contact(fullName: string, locale: Locale) {
  const [firstName = '', ...rest] = fullName.split(' ')
  const local = `${firstName}.${rest.join('')}`
    .normalize('NFD')
    .replace(/[^a-zA-Z.-]/g, '')
    .toLowerCase()
  return { firstName, lastName: rest.join(' '), email: `${local}@${DOMAINS[locale]}`, locale }
}
