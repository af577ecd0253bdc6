import type { OrganizerDefinition, Question } from '../../model.ts'
import { questionsIn } from '../fill/section-progress.ts'
import type { Selection } from './editor-context.tsx'

/**
 * The questions that stand before a section (`blockId` null) or a block, by section: what its condition may look at
 * (ORG-20).
 */
export function earlierQuestions(
  { sections }: OrganizerDefinition,
  { sectionId, blockId }: Selection,
): { section: string; questions: Question[] }[] {
  const at = sections.findIndex(({ id }) => id === sectionId)
  const before = sections.slice(0, at).map((section) => ({ section: section.name, questions: questionsIn(section) }))
  const own = sections[at]
  if (own && blockId !== null) {
    const place = own.blocks.findIndex(({ id }) => id === blockId)
    before.push({ section: own.name, questions: questionsIn({ ...own, blocks: own.blocks.slice(0, place) }) })
  }
  return before.filter(({ questions }) => questions.length > 0)
}
