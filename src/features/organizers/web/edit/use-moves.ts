import { announce } from '#web/design/live-region.tsx'
import { useText } from '#web/text.tsx'
import { moveBlock, moveSection, placeOf } from './draft-edits.ts'
import { useEditor } from './editor-context.tsx'
import { refocus } from './move-handle.tsx'

export type Moves = {
  /** puts a section at `index` of the others, says so, and keeps the focus on its handle */
  sectionTo(id: string, index: number): void
  blockTo(id: string, sectionId: string, index: number): void
  /** one place up or down; a block goes on into the section beside its own */
  stepSection(id: string, by: -1 | 1): void
  stepBlock(id: string, by: -1 | 1): void
}

/** Moving without a mouse and with one: the same moves, each announced. */
export function useMoves(): Moves {
  const t = useText()
  const { definition, edit, select } = useEditor()
  const { sections } = definition
  const say = (index: number, count: number) => announce(t('orgedit.moved', { place: index + 1, count }))
  const sectionTo = (id: string, index: number) => {
    edit?.(moveSection(id, index))
    say(index, sections.length)
    refocus(id)
  }
  const blockTo = (id: string, sectionId: string, index: number) => {
    const place = placeOf(definition, id)
    const section = sections.find((each) => each.id === sectionId)
    if (!place || !section) return
    edit?.(moveBlock(id, { sectionId, index }))
    const isElsewhere = place.section.id !== sectionId
    if (isElsewhere) select({ sectionId, blockId: null })
    if (isElsewhere) announce(t('orgedit.moved_to', { section: section.name, place: index + 1 }))
    else say(index, section.blocks.length)
    refocus(id)
  }
  return {
    sectionTo,
    blockTo,
    stepSection(id, by) {
      const index = sections.findIndex((section) => section.id === id) + by
      if (index >= 0 && index < sections.length) sectionTo(id, index)
    },
    stepBlock(id, by) {
      const place = placeOf(definition, id)
      if (!place) return
      const index = place.index + by
      if (index >= 0 && index < place.section.blocks.length) return blockTo(id, place.section.id, index)
      const beside = sections[sections.indexOf(place.section) + by]
      if (beside) blockTo(id, beside.id, by < 0 ? beside.blocks.length : 0)
    },
  }
}
