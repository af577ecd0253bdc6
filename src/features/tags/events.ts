import type { TagId } from '#kernel/ids.ts'

declare module '#kernel/event.ts' {
  interface EventPayloads {
    'tag.created': { name: string }
    'tag.renamed': { name: string; before: string }
    'tag.recoloured': { name: string }
    /** `accounts`: how many had it until then */
    'tag.deleted': { name: string; accounts: number }
    /** `tags` says it as people read it: "+K-1, −NY" */
    'account.tagsChanged': { tags: string; add: TagId[]; remove: TagId[] }
  }
}
