import { z } from 'zod'
import { idSchema } from '#kernel/id-schema.ts'
import type { MemberId, TagId } from '#kernel/ids.ts'
import { ACCOUNT_TYPES } from '../accounts/model.ts'

/** What a column of a file can be. */
export const ACCOUNT_FIELDS = [
  'account.name',
  'account.shortId',
  'account.externalId',
  'account.type',
  'account.tags',
] as const
export const CONTACT_FIELDS = [
  'contact.firstName',
  'contact.lastName',
  'contact.name',
  'contact.email',
  'contact.phone',
  'contact.locale',
] as const
export const IMPORT_FIELDS = [...ACCOUNT_FIELDS, ...CONTACT_FIELDS] as const
export type ImportField = (typeof IMPORT_FIELDS)[number]

/** What a file brings (IMP-3). `contacts` uses account columns only to find accounts that exist. */
export const IMPORT_MODES = ['accounts_and_contacts', 'accounts', 'contacts'] as const
export type ImportMode = (typeof IMPORT_MODES)[number]

/** Encodings that can be chosen where detection was wrong. */
export const ENCODINGS = [
  'utf-8',
  'windows-1252',
  'utf-16le',
  'utf-16be',
  'iso-8859-2',
  'windows-1250',
  'windows-1254',
  'windows-1257',
  'macintosh',
] as const
export type Encoding = (typeof ENCODINGS)[number]
export const DELIMITERS = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof DELIMITERS)[number]

export const IMPORT_STATES = ['uploaded', 'queued', 'running', 'finished', 'failed'] as const
export type ImportState = (typeof IMPORT_STATES)[number]

export const MOST_COLUMNS = 200
export const PREVIEW_ROWS = 20
/** How many rows the dry run looks at; what comes after is checked by the import itself. */
export const DRY_RUN_ROWS = 20_000

/** What holds for every row of the file (IMP-4). */
export const importSettings = z.strictObject({
  /** the type of new accounts whose row does not say it */
  type: z.enum(ACCOUNT_TYPES).default('individual'),
  tagIds: z.array(idSchema<TagId>()).max(100).default([]),
  memberIds: z.array(idSchema<MemberId>()).max(100).default([]),
  /** switches of addresses that are new on an account; those that stand there already stay */
  login: z.boolean().default(false),
  notify: z.boolean().default(true),
})
export type ImportSettings = z.output<typeof importSettings>

/** What each column is, in the file's order; null leaves it out. */
export const importMapping = z.strictObject({
  mode: z.enum(IMPORT_MODES),
  columns: z.array(z.enum(IMPORT_FIELDS).nullable()).max(MOST_COLUMNS),
  settings: importSettings.prefault({}),
})
export type ImportMapping = z.output<typeof importMapping>

/** What an import did, or would do. Rows are counted once: refused, or changing nothing, or else. */
export const importCounts = z.object({
  accountsCreated: z.number().int(),
  accountsUpdated: z.number().int(),
  contactsCreated: z.number().int(),
  contactsUpdated: z.number().int(),
  rowsUnchanged: z.number().int(),
  rowsRefused: z.number().int(),
})
export type ImportCounts = z.output<typeof importCounts>

export const NO_COUNTS: ImportCounts = {
  accountsCreated: 0,
  accountsUpdated: 0,
  contactsCreated: 0,
  contactsUpdated: 0,
  rowsUnchanged: 0,
  rowsRefused: 0,
}

/** Why a row was not imported: where in the file, in which column, and a text key under `field.`. */
export type RowProblem = {
  line: number
  field: ImportField | 'row'
  code: string
  params: Record<string, string | number>
}

/** Why a mapping cannot work: `path` as in the body, `code` a text key under `field.`. */
export function mappingProblems({ mode, columns }: ImportMapping): { path: string; code: string }[] {
  const mapped = columns.flatMap((field, at) => (field ? [{ field, path: `columns.${at}` }] : []))
  const has = (...fields: ImportField[]) => mapped.some(({ field }) => fields.includes(field))
  const twice = mapped.filter(({ field }, at) => mapped.findIndex((other) => other.field === field) !== at)
  const problems = twice.map(({ path }) => ({ path, code: 'column_twice' }))
  const foreign = mapped.filter(({ field }) => mode === 'accounts' && field.startsWith('contact.'))
  problems.push(...foreign.map(({ path }) => ({ path, code: 'column_not_in_mode' })))
  const findsAccount = has('account.name', 'account.shortId', 'account.externalId')
  const namesPerson = has('contact.name', 'contact.firstName', 'contact.lastName')
  if (mode === 'accounts' && !findsAccount) problems.push({ path: 'columns', code: 'needs_account_column' })
  if (mode === 'accounts_and_contacts' && !findsAccount && !namesPerson)
    problems.push({ path: 'columns', code: 'needs_account_column' })
  if (mode === 'contacts' && !has('contact.email') && !(findsAccount && namesPerson))
    problems.push({ path: 'columns', code: 'needs_contact_column' })
  return problems
}
