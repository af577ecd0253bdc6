import type { Routes } from '#platform/http/call.ts'
import type { libraryContract } from './contract.ts'
import { installPack } from './install.ts'
import { installOwnPack } from './install-own-pack.ts'
import { listOwnPacks, ownPackView } from './own-packs.ts'
import { listPacks, packByKey } from './queries.ts'
import { deleteOwnPack, saveOwnPack } from './save-own-pack.ts'

export const libraryRoutes: Routes<typeof libraryContract> = {
  listPacks: async () => ({ items: listPacks() }),
  getPack: async (_, { params }) => packByKey(params.key),
  listOwnPacks: async (tx) => ({ items: await listOwnPacks(tx) }),
  getOwnPack: (tx, { params }) => ownPackView(tx, params.id),
  saveOwnPack: (tx, { body }) => saveOwnPack(tx, body),
  installOwnPack: (tx, { params }) => installOwnPack(tx, params.id),
  deleteOwnPack: async (tx, { params }) => {
    await deleteOwnPack(tx, params.id)
    return null
  },
  installPack: (tx, { params }) => installPack(tx, params.key),
}
