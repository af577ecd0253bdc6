import { useState } from 'react'
import { placeOfProblem } from './draft-problems.ts'
import { type Selection, useEditor } from './editor-context.tsx'
import type { DraftOfTemplate } from './use-template-draft.ts'

/** What is open; a section that is gone is nothing that could be, so the first one is. */
export function useSelection(sectionIds: string[]): [Selection, (selection: Selection) => void] {
  const [chosen, choose] = useState<Selection>({ sectionId: sectionIds[0] ?? null, blockId: null })
  const isThere = chosen.sectionId !== null && sectionIds.includes(chosen.sectionId)
  return [isThere ? chosen : { sectionId: sectionIds[0] ?? null, blockId: null }, choose]
}

/** Opens the block, or the section, in which the first problem lies, and brings it into view. */
export function useGoToProblem({ draft, problems }: DraftOfTemplate): () => void {
  const { select } = useEditor()
  return () => {
    const place = problems.map(placeOfProblem).find((each) => each !== null)
    const section = place && draft.definition.sections[place.section]
    if (section)
      select({
        sectionId: section.id,
        blockId: place.block === null ? null : (section.blocks[place.block]?.id ?? null),
      })
    setTimeout(() => {
      const [first] = document.querySelectorAll<HTMLElement>('main [aria-invalid="true"]')
      first?.scrollIntoView({ block: 'center' })
      first?.focus()
    })
  }
}
