import type { OrganizerDefinition } from '../../model.ts'
import { fingerprint, type TemplateDraft } from './draft-edits.ts'

/** Something that two versions of a template do not agree on. */
export type Difference = {
  id: string
  what: 'name' | 'organizer_name' | 'order' | 'section' | 'block'
  /** what one's own version says; null: it is not there */
  mine: string | null
  theirs: string | null
}

/** Where one's own version and somebody else's differ, in the order of one's own. */
export function differences(mine: TemplateDraft, theirs: TemplateDraft): Difference[] {
  const found: Difference[] = []
  if (mine.name !== theirs.name) found.push({ id: 'name', what: 'name', mine: mine.name, theirs: theirs.name })
  if (mine.organizerName !== theirs.organizerName) {
    found.push({ id: 'organizer', what: 'organizer_name', mine: mine.organizerName, theirs: theirs.organizerName })
  }
  const [ours, others] = [partsOf(mine.definition), partsOf(theirs.definition)]
  for (const { id, what, words, whole } of ours.values()) {
    const other = others.get(id)
    if (other?.whole !== whole) found.push({ id, what, mine: words, theirs: other?.words ?? null })
  }
  for (const { id, what, words } of others.values()) {
    if (!ours.has(id)) found.push({ id, what, mine: null, theirs: words })
  }
  const isMoved = found.length === 0 && fingerprint(mine) !== fingerprint(theirs)
  return isMoved ? [{ id: 'order', what: 'order', mine: null, theirs: null }] : found
}

type Part = { id: string; what: 'section' | 'block'; words: string; whole: string }

function partsOf({ sections }: OrganizerDefinition): Map<string, Part> {
  const parts = sections.flatMap(({ blocks, ...section }): Part[] => [
    { id: section.id, what: 'section', words: section.name, whole: fingerprint(section) },
    ...blocks.map((block): Part => {
      const words = block.type === 'text_block' ? block.text : block.label
      return { id: block.id, what: 'block', words, whole: fingerprint(block) }
    }),
  ])
  return new Map(parts.map((part) => [part.id, part]))
}
