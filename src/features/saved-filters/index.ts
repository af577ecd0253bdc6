import { slice } from '#platform/slices/slice.ts'
import { savedFiltersContract } from './contract.ts'
import './events.ts'
import { savedFiltersRoutes } from './routes.ts'

export const savedFilters = slice({
  name: 'saved-filters',
  contract: savedFiltersContract,
  routes: savedFiltersRoutes,
})
