import type { Routes } from '#platform/http/call.ts'
import { changeTag, createTag, deleteTag } from './commands.ts'
import type { tagsContract } from './contract.ts'
import { listTags } from './queries.ts'

export const tagsRoutes: Routes<typeof tagsContract> = {
  listTags: async (tx) => ({ items: await listTags(tx) }),
  createTag: (tx, { body }) => createTag(tx, body),
  changeTag: (tx, { params, body, ifMatch }) => changeTag(tx, params.id, body, ifMatch!),
  deleteTag: async (tx, { params, query }) => {
    await deleteTag(tx, params.id, { untag: query.accounts === 'untag' })
    return null
  },
}
