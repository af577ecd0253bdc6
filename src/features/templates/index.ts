import { slice } from '#platform/slices/slice.ts'
import { templatesContract } from './contract.ts'
import { templatesRoutes } from './routes.ts'

export { changeTemplate, createTemplate, createTemplates, deleteTemplate } from './commands.ts'
export type { NewTemplate } from './model.ts'
export { versionKey } from './model.ts'
export { newestTemplates, templateById, templateContents, templateVersions } from './queries.ts'

export const templates = slice({ name: 'templates', contract: templatesContract, routes: templatesRoutes })
