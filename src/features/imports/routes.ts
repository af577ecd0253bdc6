import type { Routes } from '#platform/http/call.ts'
import { discardImport, previewImport, setMapping, setReading, startImport, uploadImport } from './commands.ts'
import type { importsContract } from './contract.ts'
import { problemReport } from './problem-report.ts'
import { importById, listImports, listProblems } from './queries.ts'

export const importsRoutes: Routes<typeof importsContract> = {
  uploadImport: (tx, { file, actor }) => uploadImport(tx, file, actor),
  listImports: (tx, { query }) => listImports(tx, query),
  getImport: (tx, { params }) => importById(tx, params.id),
  previewImport: (tx, { params }) => previewImport(tx, params.id),
  setImportReading: (tx, { params, body }) => setReading(tx, params.id, body),
  setImportMapping: (tx, { params, body, actor }) => setMapping(tx, params.id, body, actor),
  startImport: (tx, { params }) => startImport(tx, params.id),
  discardImport: async (tx, { params }) => {
    await discardImport(tx, params.id)
    return null
  },
  listImportProblems: (tx, { params, query }) => listProblems(tx, params.id, query),
  downloadImportProblems: (tx, { params }) => problemReport(tx, params.id),
}
