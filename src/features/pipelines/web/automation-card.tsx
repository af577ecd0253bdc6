import { IconArrowsSplit2, IconGripVertical } from '@tabler/icons-react'
import { useRef } from 'react'
import type { DraftAutomation, DraftStage } from '#engine/core/draft.ts'
import { ICON, SMALL_ICON } from '#web/design/icon.ts'
import { useText } from '#web/text.tsx'
import styles from './automation-card.module.css'
import { useEditor } from './editor-context.tsx'
import { FindingLines } from './finding-lines.tsx'
import { ofAutomation } from './problems.ts'
import { useDraggable } from './use-draggable.ts'
import { useKeyMoves } from './use-key-moves.ts'
import { ICONS, useAutomationTitle, useWholeCondition } from './words.ts'

export type AutomationCardProps = { stage: DraftStage; automation: DraftAutomation; index: number }

/** One automation in its place; the whole card opens its details and can be dragged. */
export function AutomationCard({ stage, automation, index }: AutomationCardProps) {
  const t = useText()
  const editor = useEditor()
  const { edit, selected, select } = editor
  const title = useAutomationTitle()
  const card = useRef<HTMLLIElement>(null)
  const dragging = useDraggable(card, { kind: 'automation', id: automation.id }, edit !== null)
  const onKeyDown = useKeyMoves({ kind: 'automation', stage, automation, index })
  const Sign = ICONS[automation.kind]
  const isOpen = selected === automation.id
  return (
    <li
      ref={card}
      className={styles.card}
      data-automation={automation.id}
      data-open={isOpen || undefined}
      data-dragging={dragging || undefined}
    >
      <span className={styles.sign}>
        <Sign {...ICON} />
        <span aria-hidden="true">{index + 1}</span>
      </span>
      <div className={styles.words}>
        {edit && <IconGripVertical {...SMALL_ICON} className={styles.grip} />}
        <p className={styles.kind}>{t(`pipelines.kind_${automation.kind}`)}</p>
        <h3 className={styles.title}>
          <button
            type="button"
            className={styles.open}
            data-select={automation.id}
            aria-expanded={isOpen}
            onClick={() => select(automation.id)}
            onKeyDown={onKeyDown}
          >
            {title(automation, editor)}
          </button>
        </h3>
        <Details automation={automation} />
      </div>
    </li>
  )
}

/** For whom it runs, and what is wrong with it. */
function Details({ automation: { id, condition } }: { automation: DraftAutomation }) {
  const t = useText()
  const editor = useEditor()
  const words = useWholeCondition()
  return (
    <>
      {condition && (
        <p className={styles.condition}>
          <IconArrowsSplit2 {...SMALL_ICON} />
          <span>{t('pipelines.if', { condition: words(condition, editor) })}</span>
        </p>
      )}
      <FindingLines problems={ofAutomation(editor.problems, id)} warnings={ofAutomation(editor.warnings, id)} />
    </>
  )
}
