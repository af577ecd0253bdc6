import type { Routes } from '#platform/http/call.ts'
import type { libraryContract } from './contract.ts'
import { installPack } from './install.ts'
import { listPacks, packByKey } from './queries.ts'

export const libraryRoutes: Routes<typeof libraryContract> = {
  listPacks: async () => ({ items: listPacks() }),
  getPack: async (_, { params }) => packByKey(params.key),
  installPack: (tx, { params }) => installPack(tx, params.key),
}
