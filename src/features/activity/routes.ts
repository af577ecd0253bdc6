import type { Routes } from '#platform/http/call.ts'
import type { activityContract } from './contract.ts'
import { listActivity, listCauses, listEvents } from './queries.ts'

export const activityRoutes: Routes<typeof activityContract> = {
  listEvents: (tx, { query }) => listEvents(tx, query),
  listCauses: (tx, { params }) => listCauses(tx, params.id),
  listActivity: (tx, { query }) => listActivity(tx, query),
}
