import { z } from 'zod'
import { contract } from '#kernel/contract.ts'
import { idSchema } from '#kernel/id-schema.ts'
import type { Id } from '#kernel/ids.ts'
import {
  DELIMITERS,
  ENCODINGS,
  IMPORT_FIELDS,
  IMPORT_STATES,
  importCounts,
  importMapping,
  MOST_COLUMNS,
} from './model.ts'

export type ImportId = Id<'import'>

const importSchema = z.object({
  id: z.string(),
  fileName: z.string(),
  state: z.enum(IMPORT_STATES),
  encoding: z.enum(ENCODINGS),
  delimiter: z.enum(DELIMITERS),
  /** the file's headings */
  columns: z.array(z.string()),
  totalRows: z.number().int(),
  doneRows: z.number().int(),
  /** null until somebody said what the columns are */
  mapping: importMapping.nullable(),
  /** so far */
  counts: importCounts,
  createdBy: z.string().nullable(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
})
export type Import = z.output<typeof importSchema>

const problemSchema = z.object({
  line: z.number().int(),
  field: z.union([z.enum(IMPORT_FIELDS), z.literal('row')]),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})

/** What an import would do. It looks at `checkedRows` rows; a longer file is checked as it is imported. */
export const dryRunSchema = z.object({
  checkedRows: z.number().int(),
  counts: importCounts,
  newTags: z.array(z.string()),
  problemCount: z.number().int(),
  /** the first hundred */
  problems: z.array(problemSchema),
})
export type DryRun = z.output<typeof dryRunSchema>

const params = z.object({ id: idSchema<ImportId>() })
const who = { staff: 'manage_contacts' } as const

/** CSV import (IMP-1 to IMP-5): upload, say what the columns are, see what would happen, import, read the report. */
export const importsContract = contract({
  uploadImport: {
    method: 'post',
    path: '/imports',
    summary: 'Uploads a CSV file; encoding, delimiter and headings are detected, nothing is imported yet (IMP-1)',
    who,
    format: 'upload',
    returns: importSchema,
    status: 201,
    refusals: ['unsupported_file', 'too_large'],
  },
  listImports: {
    method: 'get',
    path: '/imports',
    summary: 'Imports, newest first',
    who,
    query: z.object({
      cursor: z.string().max(1000).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    returns: z.object({ items: z.array(importSchema), next: z.string().nullable() }),
    example: {},
  },
  getImport: {
    method: 'get',
    path: '/imports/{id}',
    summary: 'One import with its progress',
    who,
    params,
    returns: importSchema,
  },
  previewImport: {
    method: 'get',
    path: '/imports/{id}/preview',
    summary: 'The first rows of the file, and what its columns most likely are',
    who,
    params,
    returns: z.object({
      rows: z.array(z.array(z.string())),
      suggestion: z.array(z.enum(IMPORT_FIELDS).nullable()).max(MOST_COLUMNS),
    }),
    refusals: ['conflict'],
  },
  setImportReading: {
    method: 'put',
    path: '/imports/{id}/reading',
    summary: 'Reads the file in another encoding or with another delimiter, where detection was wrong',
    who,
    params,
    body: z.strictObject({ encoding: z.enum(ENCODINGS), delimiter: z.enum(DELIMITERS) }),
    returns: importSchema,
    refusals: ['conflict'],
  },
  setImportMapping: {
    method: 'put',
    path: '/imports/{id}/mapping',
    summary:
      'Says what the columns are and what holds for all rows; answers with what the import would do (IMP-3 to IMP-5)',
    who,
    params,
    body: importMapping,
    returns: dryRunSchema,
    refusals: ['conflict'],
  },
  startImport: {
    method: 'put',
    path: '/imports/{id}/start',
    summary: 'Starts the import, which is carried out in the background; starting it twice is starting it once',
    who,
    params,
    returns: importSchema,
    status: 202,
    refusals: ['conflict'],
  },
  discardImport: {
    method: 'delete',
    path: '/imports/{id}',
    summary: 'Throws away an uploaded file that was not imported',
    who,
    params,
    returns: z.null(),
    status: 204,
    refusals: ['conflict'],
  },
  listImportProblems: {
    method: 'get',
    path: '/imports/{id}/problems',
    summary: 'Rows that were not imported, by line, each with its reason',
    who,
    params,
    query: z.object({
      cursor: z.string().max(1000).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    returns: z.object({ items: z.array(problemSchema), next: z.string().nullable(), total: z.number().int() }),
  },
  downloadImportProblems: {
    method: 'get',
    path: '/imports/{id}/problem-report',
    summary: 'The same as a CSV file in the language of the caller; cells that spreadsheets would run are made text',
    who,
    params,
    format: 'bytes',
    returns: z.unknown(),
  },
})
