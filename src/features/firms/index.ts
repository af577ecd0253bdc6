import { slice } from '#platform/slices/slice.ts'
import { firmsContract } from './contract.ts'
import './events.ts'
import './tables.ts'
import { firmsRoutes } from './routes.ts'

export const firms = slice({ name: 'firms', contract: firmsContract, routes: firmsRoutes })

export { createFirm, oneNewFirmAtATime, openFirm, takeNumbers } from './create-firm.ts'
export { currentFirm, firmBySlug, firmsToday } from './queries.ts'
