import { slice } from '#platform/slices/slice.ts'
import { documentsContract } from './contract.ts'
import { documentsRoutes } from './routes.ts'

export { clientUploadsFolder, keepDocuments } from './commands.ts'

export const documents = slice({ name: 'documents', contract: documentsContract, routes: documentsRoutes })
