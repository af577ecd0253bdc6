export { type AccountTagChange, changeAccountTags } from './change-account-tags.ts'
export { tagIds } from './queries.ts'
