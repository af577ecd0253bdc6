import { type Condition, leavesOf } from '#conditions/model.ts'
import type { OrganizerDefinition } from '../../model.ts'

/** What looks at an answer: a section or a block, with the words it is known by. */
export type Dependant = { id: string; sectionId: string; name: string }

/** An answer that is about to be deleted: of a question altogether, or one of its options. */
export type Source = { questionId: string; optionId?: string }

/**
 * What has a condition on one of these, except what goes with them (ORG-22): after that it would stay hidden until it
 * is mended.
 */
export function dependantsOf(
  definition: OrganizerDefinition,
  sources: readonly Source[],
  going: ReadonlySet<string>,
): Dependant[] {
  const looksAt = (condition: Condition | null) => condition !== null && usesAny(condition, sources)
  return definition.sections
    .filter(({ id }) => !going.has(id))
    .flatMap(({ id: sectionId, name, condition, blocks }) => [
      ...(looksAt(condition) ? [{ id: sectionId, sectionId, name }] : []),
      ...blocks
        .filter((block) => !going.has(block.id) && looksAt(block.condition))
        .map((block) => ({ id: block.id, sectionId, name: block.type === 'text_block' ? block.text : block.label })),
    ])
}

function usesAny(condition: Condition, sources: readonly Source[]): boolean {
  return leavesOf(condition).some(
    ({ leaf }) =>
      leaf.kind === 'answer' &&
      sources.some(({ questionId, optionId }) => {
        return leaf.questionId === questionId && (optionId === undefined || leaf.value === optionId)
      }),
  )
}
