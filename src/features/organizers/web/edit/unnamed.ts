import type { OrganizerDefinition } from '../../model.ts'

/** The definition with words in place of those that are still to be written, so that a preview shows where they go. */
export function named({ sections }: OrganizerDefinition, blank: string): OrganizerDefinition {
  const or = (words: string) => words.trim() || blank
  return {
    sections: sections.map((section) => ({
      ...section,
      name: or(section.name),
      blocks: section.blocks.map((block) => {
        if (block.type === 'text_block') return { ...block, text: or(block.text) }
        if (!('options' in block)) return { ...block, label: or(block.label) }
        return {
          ...block,
          label: or(block.label),
          options: block.options.map((it) => ({ ...it, label: or(it.label) })),
        }
      }),
    })),
  }
}
