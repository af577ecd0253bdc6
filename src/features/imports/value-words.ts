import type { Locale } from '#kernel/locale.ts'
import type { AccountType } from '../accounts/model.ts'

/** How files say what kind of client somebody is, in the four languages; case, accents and signs do not matter. */
const TYPES: Record<AccountType, string> = {
  individual:
    'individual, person, natural person, private, i, p, particulier, persoon, natuurlijk persoon, prive, privat, privatperson, privatkunde, einzelperson, naturliche person, fysisk person, enskild',
  company:
    'company, business, corporation, corporate, partnership, llc, c, b, bedrijf, onderneming, rechtspersoon, zakelijk, vennootschap, firma, unternehmen, gesellschaft, juristische person, gewerblich, foretag, bolag, aktiebolag, juridisk person',
  other:
    'other, trust, estate, nonprofit, non profit, o, overig, overige, anders, stichting, vereniging, sonstige, sonstiges, andere, verein, stiftung, ovrig, ovrigt, annat, annan, forening, stiftelse',
}

const LANGUAGES: Record<Locale, string> = {
  en: 'en, eng, english, engels, englisch, engelska',
  nl: 'nl, nld, dutch, nederlands, niederlandisch, hollands, nederlandska',
  de: 'de, deu, german, duits, deutsch, tyska',
  sv: 'sv, swe, swedish, zweeds, schwedisch, svenska',
}

const TYPE_OF = meanings(TYPES)
const LANGUAGE_OF = meanings(LANGUAGES)

/** The type of client that a cell means; undefined for a word nobody knows. */
export function typeOf(cell: string): AccountType | undefined {
  return TYPE_OF.get(plain(cell))
}

/** The language that a cell means; undefined for one that does not ship. A region ("nl-BE") is passed over. */
export function localeOf(cell: string): Locale | undefined {
  return LANGUAGE_OF.get(plain(cell.replace(/^([a-z]{2})[-_][a-z]{2}$/i, '$1')))
}

function meanings<Meaning extends string>(words: Record<Meaning, string>): Map<string, Meaning> {
  const entries = Object.entries<string>(words) as [Meaning, string][]
  return new Map(entries.flatMap(([meaning, list]) => list.split(', ').map((word) => [word, meaning] as const)))
}

/** Letters and numbers only, lower case, without accents. */
export function plain(text: string): string {
  const letters = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return letters.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()
}
