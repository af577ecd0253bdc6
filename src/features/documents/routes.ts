import type { Routes } from '#platform/http/call.ts'
import type { documentsContract } from './contract.ts'
import { documentContent, listDocuments } from './queries.ts'

export const documentsRoutes: Routes<typeof documentsContract> = {
  listDocuments: (tx, { params, query }) => listDocuments(tx, params.id, query),
  getDocumentContent: (tx, { params }) => documentContent(tx, params.id),
  getPortalDocumentContent: (tx, { params }) => documentContent(tx, params.id),
}
