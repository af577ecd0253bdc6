import { IconAlertTriangle, IconArrowsSplit2 } from '@tabler/icons-react'
import { useRef } from 'react'
import { ICON, SMALL_ICON } from '#web/design/icon.ts'
import { useText } from '#web/text.tsx'
import type { Block, Section } from '../../model.ts'
import { BlockForm } from './block-form.tsx'
import { BLOCK_ICONS } from './block-kinds.ts'
import styles from './block-row.module.css'
import { useConditionWords, useQuestionName } from './condition-words.ts'
import { problemsAt } from './draft-problems.ts'
import { useEditor } from './editor-context.tsx'
import { MoveHandle, stepKeys } from './move-handle.tsx'
import { OtherSections } from './other-sections.tsx'
import { useMoves } from './use-moves.ts'
import { useDraggableRow } from './use-sortable.ts'

export type BlockRowProps = {
  section: Section
  block: Block
  /** where its problems are */
  path: string
  isBelowLine: boolean
}

/** A block in its place: one line that opens it, or its form. */
export function BlockRow({ section, block, path, isBelowLine }: BlockRowProps) {
  const { selection, edit } = useEditor()
  const moves = useMoves()
  const nameOf = useQuestionName()
  const row = useRef<HTMLLIElement>(null)
  const handle = useRef<HTMLButtonElement>(null)
  const isDragging = useDraggableRow(row, handle, { kind: 'block', id: block.id, enabled: edit !== null })
  const isOpen = selection.blockId === block.id
  const name = nameOf({ label: block.type === 'text_block' ? block.text : block.label })
  const step = (by: -1 | 1) => moves.stepBlock(block.id, by)
  return (
    <li
      ref={row}
      className={isOpen ? styles.open : styles.row}
      data-sort={block.id}
      data-dragging={isDragging || undefined}
      data-below-line={isBelowLine || undefined}
    >
      {edit ? (
        <MoveHandle ref={handle} id={block.id} name={name} onStep={step}>
          <OtherSections blockId={block.id} sectionId={section.id} />
        </MoveHandle>
      ) : (
        <span />
      )}
      {isOpen ? (
        <BlockForm block={block} sectionId={section.id} path={path} />
      ) : (
        <Line block={block} sectionId={section.id} name={name} path={path} onStep={edit ? step : null} />
      )}
    </li>
  )
}

type LineProps = { block: Block; sectionId: string; name: string; path: string; onStep: ((by: -1 | 1) => void) | null }

function Line({ block, sectionId, name, path, onStep }: LineProps) {
  const t = useText()
  const { select } = useEditor()
  const Icon = BLOCK_ICONS[block.type]
  return (
    <>
      <Icon {...ICON} className={styles.icon} />
      <button
        type="button"
        className={styles.name}
        onClick={() => select({ sectionId, blockId: block.id })}
        onKeyDown={onStep ? stepKeys(onStep) : undefined}
      >
        {name}
      </button>
      <Marks block={block} path={path} />
      <span className={styles.type}>{t(`orgedit.type.${block.type}`)}</span>
    </>
  )
}

/** What is worth knowing of a closed block: wrong, conditional, optional. */
function Marks({ block, path }: { block: Block; path: string }) {
  const t = useText()
  const words = useConditionWords()
  const { definition, problems } = useEditor()
  const count = problemsAt(problems, path).length
  const condition = block.condition && words(block.condition, definition)
  return (
    <span className={styles.marks}>
      {count > 0 && (
        <span data-problem>
          <IconAlertTriangle {...SMALL_ICON} />
          {t('orgedit.problems', { count })}
        </span>
      )}
      {condition && (
        <span className={styles.condition} title={condition}>
          <IconArrowsSplit2 {...SMALL_ICON} />
          <span>{condition}</span>
        </span>
      )}
      {block.type !== 'text_block' && !block.required && <span>{t('orgedit.optional')}</span>}
    </span>
  )
}
