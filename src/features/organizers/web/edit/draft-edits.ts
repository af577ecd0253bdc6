import type { Block, Choice, OrganizerDefinition, Question, Section } from '../../model.ts'

/** What the editor holds until it is saved. */
export type TemplateDraft = { name: string; organizerName: string; definition: OrganizerDefinition }

/** What a person does to a definition, as a function; an id that is not there changes nothing. */
export type Edit = (definition: OrganizerDefinition) => OrganizerDefinition

/** Where a block goes: before the one that stands at `index` of the section without it. */
export type Spot = { sectionId: string; index: number }

export type BlockType = Block['type']

export const BLOCK_TYPES = [
  'text',
  'number',
  'date',
  'single_choice',
  'multiple_choice',
  'yes_no',
  'file_upload',
  'text_block',
] as const satisfies readonly BlockType[]

export function newSection(): Section {
  return { id: newId(), name: '', condition: null, blocks: [] }
}

export function newChoice(): Choice {
  return { id: newId(), label: '' }
}

/** An empty block; a choice begins with two options to fill in. */
export function newBlock(type: BlockType): Block {
  return blockOf(type, { id: newId(), label: '', required: true, condition: null }, [newChoice(), newChoice()])
}

/** A copy with an id of its own; its options keep theirs, which are counted within a block only. */
export function copyOf(block: Block): Block {
  return { ...block, id: newId() }
}

/** The block as one of another type: words, condition and, between choices, options stay. */
export function asType(block: Block, type: BlockType): Block {
  const label = block.type === 'text_block' ? block.text : block.label
  const { id, condition } = block
  if (type === 'text_block') return { type, id, text: label, condition }
  const words = block.type === 'text_block' ? { id, label, required: true, condition } : wordsOf(block)
  return blockOf(type, words, 'options' in block ? block.options : [newChoice(), newChoice()])
}

export function addSection(section: Section, index: number): Edit {
  return ({ sections }) => ({ sections: sections.toSpliced(index, 0, section) })
}

export function changeSection(id: string, change: Partial<Omit<Section, 'id'>>): Edit {
  return ({ sections }) => ({ sections: sections.map((each) => (each.id === id ? { ...each, ...change } : each)) })
}

export function removeSection(id: string): Edit {
  return ({ sections }) => ({ sections: sections.filter((each) => each.id !== id) })
}

/** Puts a section at `index` of the others. */
export function moveSection(id: string, index: number): Edit {
  return ({ sections }) => {
    const section = sections.find((each) => each.id === id)
    return { sections: section ? sections.filter((each) => each !== section).toSpliced(index, 0, section) : sections }
  }
}

export function addBlock(block: Block, { sectionId, index }: Spot): Edit {
  return within(sectionId, (blocks) => blocks.toSpliced(index, 0, block))
}

/** Replaces a block by what a function makes of it. */
export function changeBlock(id: string, change: (block: Block) => Block): Edit {
  return ({ sections }) => ({
    sections: sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) => (block.id === id ? change(block) : block)),
    })),
  })
}

export function removeBlock(id: string): Edit {
  return ({ sections }) => ({
    sections: sections.map((section) => ({ ...section, blocks: section.blocks.filter((block) => block.id !== id) })),
  })
}

export function moveBlock(id: string, { sectionId, index }: Spot): Edit {
  return (definition) => {
    const place = placeOf(definition, id)
    if (!place || !definition.sections.some((section) => section.id === sectionId)) return definition
    return addBlock(place.block, { sectionId, index })(removeBlock(id)(definition))
  }
}

export type BlockPlace = { section: Section; block: Block; index: number }

/** Where a block stands. */
export function placeOf({ sections }: OrganizerDefinition, id: string): BlockPlace | null {
  for (const section of sections) {
    const index = section.blocks.findIndex((block) => block.id === id)
    if (index >= 0) return { section, block: section.blocks[index]!, index }
  }
  return null
}

/** What may be sent: without blank help texts, which stand for none. */
export function bodyOf({ name, organizerName, definition }: TemplateDraft): TemplateDraft {
  const sections = definition.sections.map((section) => ({ ...section, blocks: section.blocks.map(tidied) }))
  return { name: name.trim(), organizerName: organizerName.trim(), definition: { sections } }
}

/** The same text for the same content, in whatever order the store gives back its keys. */
export function fingerprint(content: unknown): string {
  return JSON.stringify(content, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
  })
}

type Words = Pick<Question, 'id' | 'label' | 'help' | 'required' | 'condition'>

function wordsOf({ id, label, help, required, condition }: Question): Words {
  return { id, label, required, condition, ...(help === undefined ? {} : { help }) }
}

function blockOf(type: BlockType, words: Words, options: Choice[]): Block {
  switch (type) {
    case 'single_choice':
    case 'multiple_choice':
      return { type, ...words, options }
    case 'text_block':
      return { type, id: words.id, text: words.label, condition: words.condition }
    case 'text':
    case 'number':
    case 'date':
    case 'yes_no':
    case 'file_upload':
      return { type, ...words }
  }
}

function tidied(block: Block): Block {
  if (block.type === 'text_block' || block.help?.trim()) return block
  const { help: _, ...rest } = block
  return rest as Block
}

function within(sectionId: string, change: (blocks: Block[]) => Block[]): Edit {
  return ({ sections }) => ({
    sections: sections.map((each) => (each.id === sectionId ? { ...each, blocks: change(each.blocks) } : each)),
  })
}

function newId(): string {
  return crypto.randomUUID().replaceAll('-', '_')
}
