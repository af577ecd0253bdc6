import { slice } from '#platform/slices/slice.ts'
import { organizersContract } from './contract.ts'
import './events.ts'
import { organizersRoutes } from './routes.ts'
import './template-content.ts'

export const organizers = slice({ name: 'organizers', contract: organizersContract, routes: organizersRoutes })

export { answerableQuestions, askedQuestions } from './answerable-questions.ts'
export { sendOrganizersOfStages } from './effects.ts'
export { linkOrganizer, unlinkOrganizer } from './link-organizer.ts'
export { describeOrganizers, linkedOrganizers } from './linked-items.ts'
export { carryOrganizers, resolveOrganizers } from './move-items.ts'
export { miscountedOrganizers } from './recount.ts'
export { loadSubmitted } from './submitted-answers.ts'
export { actorOfTodoLink } from './todo-link-actor.ts'
