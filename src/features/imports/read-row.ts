import type { Locale } from '#kernel/locale.ts'
import { type AccountType, accountNameProblem, contactName, isEmail, MOST, SHORT_ID } from '../accounts/model.ts'
import { tagName } from '../tags/model.ts'
import type { CsvRow } from './csv-rows.ts'
import type { ImportField, ImportMapping, RowProblem } from './model.ts'
import { localeOf, typeOf } from './value-words.ts'

/** What one row says, checked; an empty cell says nothing. */
export type ImportRow = {
  line: number
  account: {
    name: string | null
    shortId: string | null
    externalId: string | null
    type: AccountType | null
    tags: string[]
  }
  /** null where the row names nobody */
  contact: { firstName: string; lastName: string; emails: string[]; phone: string | null; locale: Locale | null } | null
}

export type ReadRow = { row: ImportRow; problems: RowProblem[] }

/** Reads rows by their mapping. Text stays text: a formula is what was typed, never worked out. */
export function rowReader({ mode, columns }: ImportMapping): (row: CsvRow) => ReadRow {
  const places = new Map(columns.flatMap((field, at) => (field ? [[field, at] as const] : [])))
  return ({ line, cells, problem }) => {
    const problems: RowProblem[] = []
    const report: Report = (field, code, params = {}) => problems.push({ line, field, code, params })
    const cell = (field: ImportField) => {
      const text = (cells[places.get(field) ?? -1] ?? '').trim()
      if (UNREADABLE.test(text)) report(field, 'unreadable_text')
      return text
    }
    if (problem) report('row', problem)
    else reportRagged(cells, columns.length, report)
    if (problems.length > 0) return { row: { line, account: NOTHING, contact: null }, problems }
    const account = readAccount(cell, report)
    const contact = mode === 'accounts' ? null : readContact(cell, report)
    return { row: { line, account, contact }, problems }
  }
}

type Cell = (field: ImportField) => string
type Report = (field: RowProblem['field'], code: string, params?: RowProblem['params']) => void

const NOTHING: ImportRow['account'] = { name: null, shortId: null, externalId: null, type: null, tags: [] }
/** What a wrong encoding leaves behind, and what cannot be stored. */
const UNREADABLE = /\ufffd|(?![\t\n\v\f\r])\p{Cc}/u
const BETWEEN = /[;,|\s]+/
const BETWEEN_TAGS = /[;,|]+/

function reportRagged(cells: string[], columns: number, report: Report): void {
  const surplus = cells.slice(columns).some((cell) => cell.trim() !== '')
  if (surplus) report('row', 'too_many_cells', { cells: cells.length, columns })
  if (cells.length < columns) report('row', 'too_few_cells', { cells: cells.length, columns })
}

function readAccount(cell: Cell, report: Report): ImportRow['account'] {
  const name = cell('account.name').replaceAll(/\s+/g, ' ')
  const nameProblem = name === '' ? null : accountNameProblem(name)
  if (nameProblem) report('account.name', nameProblem, { value: excerpt(name) })
  const shortId = cell('account.shortId')
  if (shortId !== '' && !SHORT_ID.test(shortId))
    report('account.shortId', 'not_a_short_id', { value: excerpt(shortId) })
  const externalId = cell('account.externalId')
  if (externalId.length > MOST.externalId) report('account.externalId', 'too_long')
  const typeWord = cell('account.type')
  const type = typeWord === '' ? null : typeOf(typeWord)
  if (type === undefined) report('account.type', 'type_unknown', { value: excerpt(typeWord) })
  return {
    name: name || null,
    shortId: shortId || null,
    externalId: externalId || null,
    type: type ?? null,
    tags: readTags(cell('account.tags'), report),
  }
}

function readTags(text: string, report: Report): string[] {
  const names = text.split(BETWEEN_TAGS).filter((name) => name.trim() !== '')
  return names.flatMap((name) => {
    const read = tagName.safeParse(name)
    if (!read.success) report('account.tags', 'too_long', { value: excerpt(name) })
    return read.success ? [read.data] : []
  })
}

function readContact(cell: Cell, report: Report): ImportRow['contact'] {
  const person = personOf(cell)
  for (const [field, text] of Object.entries(person))
    if (text.length > MOST.personName) report(`contact.${field}` as ImportField, 'too_long')
  const addresses = cell('contact.email')
  const emails = addresses.split(BETWEEN).filter((email) => email !== '')
  if (!emails.every(isEmail)) report('contact.email', 'invalid_email_cell', { value: excerpt(addresses) })
  if (emails.length > MOST.emails) report('contact.email', 'too_big_list', { maximum: MOST.emails })
  const phone = cell('contact.phone')
  if (phone.length > MOST.phone) report('contact.phone', 'too_long')
  const language = cell('contact.locale')
  const locale = language === '' ? null : localeOf(language)
  if (locale === undefined) report('contact.locale', 'locale_unknown', { value: excerpt(language) })
  if (contactName(person) === '' && emails.length === 0) return null
  const once = [...new Map(emails.map((email) => [email.toLowerCase(), email])).values()]
  return { ...person, emails: once, phone: phone || null, locale: locale ?? null }
}

/** First and last name from their own columns, else from one: "Delgado, Rosa" or "Rosa Delgado". */
function personOf(cell: Cell): { firstName: string; lastName: string } {
  const [firstName, lastName] = [cell('contact.firstName'), cell('contact.lastName')]
  const full = cell('contact.name').replaceAll(/\s+/g, ' ')
  if (firstName !== '' || lastName !== '' || full === '') return { firstName, lastName }
  const [last, first] = full.split(', ', 2)
  if (first !== undefined) return { firstName: first, lastName: last! }
  const blank = full.indexOf(' ')
  return blank < 0
    ? { firstName: full, lastName: '' }
    : { firstName: full.slice(0, blank), lastName: full.slice(blank + 1) }
}

function excerpt(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
