import { slice } from '#platform/slices/slice.ts'
import { tagsContract } from './contract.ts'
import './events.ts'
import { tagsRoutes } from './routes.ts'

export const tags = slice({ name: 'tags', contract: tagsContract, routes: tagsRoutes })

export { type AccountTagChange, changeAccountTags } from './change-account-tags.ts'
export { ensureTags, type NewTag } from './commands.ts'
export { tagSpeaker, updateAccountTags } from './effects.ts'
export { TAG_COLORS, type TagColor } from './model.ts'
export { tagIds, tagNames } from './queries.ts'
