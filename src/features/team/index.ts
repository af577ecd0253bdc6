import { slice } from '#platform/slices/slice.ts'
import { teamContract } from './contract.ts'
import './events.ts'
import { teamRoutes } from './routes.ts'

export const team = slice({ name: 'team', contract: teamContract, routes: teamRoutes })

export { goneMembers } from './gone-members.ts'
export { insertMember } from './insert-member.ts'
export { memberFacts } from './member-facts.ts'
export { speakerOf } from './speaker-of.ts'
export { startLists } from './start-lists.ts'
