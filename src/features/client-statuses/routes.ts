import type { Routes } from '#platform/http/call.ts'
import { changeStatus, createStatus, deleteStatus, orderStatuses } from './commands.ts'
import type { clientStatusesContract } from './contract.ts'
import { listStatuses } from './queries.ts'

export const clientStatusesRoutes: Routes<typeof clientStatusesContract> = {
  listClientStatuses: async (tx) => ({ items: await listStatuses(tx) }),
  createClientStatus: (tx, { body }) => createStatus(tx, body),
  changeClientStatus: (tx, { params, body, ifMatch }) => changeStatus(tx, params.id, body, ifMatch!),
  orderClientStatuses: async (tx, { body }) => ({ items: await orderStatuses(tx, body.ids) }),
  deleteClientStatus: async (tx, { params }) => {
    await deleteStatus(tx, params.id)
    return null
  },
}
