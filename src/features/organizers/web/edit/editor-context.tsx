import { createContext, use } from 'react'
import type { Facts } from '#conditions/evaluate.ts'
import type { FieldProblem } from '#kernel/refusal.ts'
import type { OrganizerDefinition } from '../../model.ts'
import type { Edit } from './draft-edits.ts'

/** What is open in the editor: a section, and in it at most one block. */
export type Selection = { sectionId: string | null; blockId: string | null }

export type TemplateEditor = {
  definition: OrganizerDefinition
  problems: FieldProblem[]
  selection: Selection
  select(selection: Selection): void
  /** null: it can be read, not changed */
  edit: ((edit: Edit) => void) | null
  /** the answers of the preview, on which conditions are tried */
  facts: Facts
}

export const EditorContext = createContext<TemplateEditor | null>(null)

export function useEditor(): TemplateEditor {
  const editor = use(EditorContext)
  if (!editor) throw new Error('useEditor is used outside the template editor')
  return editor
}
