import type { Routes } from '#platform/http/call.ts'
import { createSavedFilter, deleteSavedFilter, overwriteSavedFilter, renameSavedFilter } from './commands.ts'
import type { savedFiltersContract } from './contract.ts'
import { listSavedFilters } from './queries.ts'

export const savedFiltersRoutes: Routes<typeof savedFiltersContract> = {
  listSavedFilters: async (tx, { query }) => ({ items: await listSavedFilters(tx, query.place) }),
  createSavedFilter: (tx, { body }) => createSavedFilter(tx, body),
  renameSavedFilter: (tx, { params, body, ifMatch }) => renameSavedFilter(tx, params.id, body.name, ifMatch!),
  overwriteSavedFilter: (tx, { params, body, ifMatch }) => overwriteSavedFilter(tx, params.id, body, ifMatch!),
  deleteSavedFilter: async (tx, { params }) => {
    await deleteSavedFilter(tx, params.id)
    return null
  },
}
