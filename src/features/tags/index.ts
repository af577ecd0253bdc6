import { slice } from '#platform/slices/slice.ts'
import { tagsContract } from './contract.ts'
import './events.ts'
import { tagsRoutes } from './routes.ts'

export const tags = slice({ name: 'tags', contract: tagsContract, routes: tagsRoutes })

export { changeAccountTags } from './change-account-tags.ts'
export { ensureTags } from './commands.ts'
export { tagSpeaker, updateAccountTags } from './effects.ts'
export { placesNaming, tagIds } from './queries.ts'
