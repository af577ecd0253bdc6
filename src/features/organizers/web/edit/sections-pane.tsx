import { Button } from '@mantine/core'
import { IconAlertTriangle, IconArrowsSplit2, IconPlus } from '@tabler/icons-react'
import { type RefObject, useRef } from 'react'
import { SMALL_ICON } from '#web/design/icon.ts'
import { useText } from '#web/text.tsx'
import { questionsOf, type Section } from '../../model.ts'
import { questionsIn } from '../fill/section-progress.ts'
import { useConditionWords } from './condition-words.ts'
import { addSection, newSection, placeOf } from './draft-edits.ts'
import { problemsAt } from './draft-problems.ts'
import { useEditor } from './editor-context.tsx'
import { MoveHandle, stepKeys } from './move-handle.tsx'
import styles from './sections-pane.module.css'
import { useMoves } from './use-moves.ts'
import { useAutoScroll, useDraggableRow, useDropOnto, useSortableList } from './use-sortable.ts'

/** The contents: all sections in order, each with its size, its condition and what is wrong in it (ORG-4). */
export function SectionsPane() {
  const t = useText()
  const { definition, edit, select } = useEditor()
  const { sections } = definition
  const pane = useRef<HTMLElement>(null)
  const list = useRef<HTMLOListElement>(null)
  const moves = useMoves()
  useAutoScroll(pane)
  const at = useSortableList(list, { kind: 'section', enabled: edit !== null, onMove: moves.sectionTo })
  const add = () => {
    const section = newSection()
    edit?.(addSection(section, sections.length))
    select({ sectionId: section.id, blockId: null })
    requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-section-name]')?.focus())
  }
  return (
    <nav ref={pane} className={styles.pane} aria-labelledby="sections">
      <h2 id="sections" className={styles.head}>
        {t('orgedit.sections')}
        <span>{t('orgedit.questions', { count: questionsOf(definition).length })}</span>
      </h2>
      <ol ref={list} className={styles.list} data-at={at === sections.length - 1 ? 'end' : undefined}>
        {sections.map((section, index) => (
          <Row key={section.id} section={section} index={index} isBelowLine={at === index} />
        ))}
      </ol>
      {edit && (
        <Button
          size="xs"
          variant="subtle"
          className={styles.add}
          leftSection={<IconPlus {...SMALL_ICON} />}
          onClick={add}
        >
          {t('orgedit.section')}
        </Button>
      )}
    </nav>
  )
}

function Row({ section, index, isBelowLine }: { section: Section; index: number; isBelowLine: boolean }) {
  const t = useText()
  const { selection, select, edit } = useEditor()
  const moves = useMoves()
  const row = useRef<HTMLLIElement>(null)
  const handle = useRef<HTMLButtonElement>(null)
  const isDragging = useDraggableRow(row, handle, { kind: 'section', id: section.id, enabled: edit !== null })
  const isOver = useTakesBlocks(row, section)
  const name = section.name.trim() || t('orgedit.unnamed')
  const step = (by: -1 | 1) => moves.stepSection(section.id, by)
  return (
    <li
      ref={row}
      className={styles.row}
      data-sort={section.id}
      data-dragging={isDragging || undefined}
      data-over={isOver || undefined}
      data-below-line={isBelowLine || undefined}
    >
      {edit && <MoveHandle ref={handle} id={section.id} name={name} onStep={step} />}
      <button
        type="button"
        className={styles.open}
        aria-current={selection.sectionId === section.id ? 'true' : undefined}
        onClick={() => select({ sectionId: section.id, blockId: null })}
        onKeyDown={edit ? stepKeys(step) : undefined}
      >
        <span>
          {index + 1}. {name}
        </span>
        <span className={styles.count}>{questionsIn(section).length}</span>
        <Remarks section={section} index={index} />
      </button>
    </li>
  )
}

/** Below a section's name: for whom it is, and how much is wrong in it. */
function Remarks({ section, index }: { section: Section; index: number }) {
  const t = useText()
  const words = useConditionWords()
  const { definition, problems } = useEditor()
  const count = problemsAt(problems, `definition.sections.${index}`).length
  return (
    <>
      {section.condition && (
        <small className={styles.remark}>
          <IconArrowsSplit2 {...SMALL_ICON} />
          <span>{words(section.condition, definition)}</span>
        </small>
      )}
      {count > 0 && (
        <small className={styles.remark} data-problem>
          <IconAlertTriangle {...SMALL_ICON} />
          {t('orgedit.problems', { count })}
        </small>
      )}
    </>
  )
}

/** A block dropped on a section's name goes to the end of that section. */
function useTakesBlocks(row: RefObject<HTMLElement | null>, section: Section): boolean {
  const { edit, definition } = useEditor()
  const moves = useMoves()
  return useDropOnto(row, {
    kind: 'block',
    enabled: edit !== null,
    onDrop: (blockId) => {
      const isHere = placeOf(definition, blockId)?.section.id === section.id
      moves.blockTo(blockId, section.id, section.blocks.length - (isHere ? 1 : 0))
    },
  })
}
