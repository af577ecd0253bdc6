import { useState } from 'react'
import { ConfirmInNumbers } from '#web/design/confirm-in-numbers.tsx'
import { useToast } from '#web/design/toast.tsx'
import { useText } from '#web/text.tsx'
import type { Block, Choice, Section } from '../../model.ts'
import { useQuestionName } from './condition-words.ts'
import { type Dependant, dependantsOf, type Source } from './dependants.ts'
import { addBlock, addSection, changeBlock, placeOf, removeBlock, removeSection } from './draft-edits.ts'
import { useEditor } from './editor-context.tsx'

/** What is to be deleted: a section, a block, or an option of one. */
export type Doomed = { section: Section } | { block: Block } | { block: Block; option: Choice }

/**
 * Deletes at once, with *Undo*; but where conditions look at what goes, it lists them and asks first (ORG-22). `dialog`
 * has to be rendered.
 */
export function useDeletion() {
  const t = useText()
  const { definition } = useEditor()
  const remove = useRemove()
  const [doomed, setDoomed] = useState<Doomed | null>(null)
  const ask = (it: Doomed) => {
    if (dependantsOf(definition, sourcesOf(it), goingWith(it)).length > 0) setDoomed(it)
    else remove(it)
  }
  const dependants = doomed ? dependantsOf(definition, sourcesOf(doomed), goingWith(doomed)) : []
  const dialog = doomed && (
    <ConfirmInNumbers
      opened
      danger
      title={t('orgedit.used', { count: dependants.length })}
      confirm={t('orgedit.delete_anyway')}
      onConfirm={() => {
        remove(doomed)
        setDoomed(null)
      }}
      onClose={() => setDoomed(null)}
    >
      <p>{t('orgedit.used_text')}</p>
      <Dependants dependants={dependants} />
    </ConfirmInNumbers>
  )
  return { ask, dialog }
}

function Dependants({ dependants }: { dependants: Dependant[] }) {
  const nameOf = useQuestionName()
  return (
    <ul>
      {dependants.map(({ id, name }) => (
        <li key={id}>{nameOf({ label: name })}</li>
      ))}
    </ul>
  )
}

/** Takes it out of the draft; the toast puts it back where it stood. */
function useRemove(): (doomed: Doomed) => void {
  const t = useText()
  const toast = useToast()
  const nameOf = useQuestionName()
  const { definition, edit, select } = useEditor()
  return (doomed) => {
    if (!edit) return
    if ('section' in doomed) {
      const { section } = doomed
      const index = definition.sections.findIndex(({ id }) => id === section.id)
      const beside = definition.sections[index + 1] ?? definition.sections[index - 1]
      edit(removeSection(section.id))
      select({ sectionId: beside?.id ?? null, blockId: null })
      toast(t('orgedit.deleted', { name: nameOf({ label: section.name }) }), {
        undo: () => edit(addSection(section, index)),
      })
      return
    }
    const { block } = doomed
    const place = placeOf(definition, block.id)
    if (!place) return
    if ('option' in doomed) {
      edit(changeBlock(block.id, (it) => withoutOption(it, doomed.option.id)))
      toast(t('orgedit.deleted', { name: nameOf(doomed.option) }), {
        undo: () => edit(changeBlock(block.id, () => block)),
      })
      return
    }
    edit(removeBlock(block.id))
    select({ sectionId: place.section.id, blockId: null })
    toast(t('orgedit.deleted', { name: nameOf({ label: block.type === 'text_block' ? block.text : block.label }) }), {
      undo: () => edit(addBlock(block, { sectionId: place.section.id, index: place.index })),
    })
  }
}

function withoutOption(block: Block, id: string): Block {
  return 'options' in block ? { ...block, options: block.options.filter((option) => option.id !== id) } : block
}

function sourcesOf(doomed: Doomed): Source[] {
  if ('section' in doomed) return doomed.section.blocks.map(({ id }) => ({ questionId: id }))
  return [{ questionId: doomed.block.id, ...('option' in doomed ? { optionId: doomed.option.id } : {}) }]
}

function goingWith(doomed: Doomed): Set<string> {
  if ('option' in doomed) return new Set()
  if ('section' in doomed) return new Set([doomed.section.id, ...doomed.section.blocks.map(({ id }) => id)])
  return new Set([doomed.block.id])
}
