import { slice } from '#platform/slices/slice.ts'
import { libraryContract } from './contract.ts'
import './events.ts'
import { libraryRoutes } from './routes.ts'

export const library = slice({ name: 'library', contract: libraryContract, routes: libraryRoutes })

export { installPack } from './install.ts'
