import type { Routes } from '#platform/http/call.ts'
import { changeFirm } from './change-firm.ts'
import type { firmsContract } from './contract.ts'
import { currentFirm, firmBySlug } from './queries.ts'

export const firmsRoutes: Routes<typeof firmsContract> = {
  getFirm: (tx) => currentFirm(tx),
  changeFirm: (tx, { body, ifMatch }) => changeFirm(tx, body, ifMatch!),
  getPortalFirm: async ({ source, params }) => {
    const { id: _, ...firm } = await firmBySlug(source, params.slug)
    return firm
  },
}
