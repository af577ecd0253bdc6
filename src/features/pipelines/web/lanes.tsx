import { IconPlus } from '@tabler/icons-react'
import { type RefObject, useEffect, useRef } from 'react'
import { EmptyState } from '#web/design/empty-state.tsx'
import { SMALL_ICON } from '#web/design/icon.ts'
import { useText } from '#web/text.tsx'
import { addStage, newStage } from './draft-edits.ts'
import { useEditor } from './editor-context.tsx'
import { Lane } from './lane.tsx'
import styles from './lanes.module.css'
import { useLaneDrag } from './use-lane-drag.ts'

/** Stages side by side as they stand on the board, each with its automations in order. */
export function Lanes() {
  const t = useText()
  const { draft, edit, select } = useEditor()
  const lanes = useRef<HTMLDivElement>(null)
  const target = useLaneDrag(lanes, edit !== null)
  const add = () => {
    const stage = newStage()
    edit?.(addStage(stage, draft.stages.length))
    select(stage.id)
  }
  useScrollToSelected(lanes)
  if (draft.stages.length === 0) {
    return (
      <EmptyState
        title={t('pipelines.no_stages_title')}
        text={t('pipelines.no_stages_text')}
        {...(edit ? { action: { label: t('pipelines.add_first_stage'), onPress: add } } : {})}
      />
    )
  }
  return (
    <div className={styles.lanes} ref={lanes}>
      {draft.stages.map((stage, index) => (
        <Lane
          key={stage.id}
          stage={stage}
          index={index}
          drop={target?.kind === 'automation' && target.stageId === stage.id ? target : null}
          edge={target?.kind === 'stage' && target.beside === stage.id ? target.edge : null}
        />
      ))}
      {edit && (
        <button type="button" className={styles.addStage} onClick={add}>
          <IconPlus {...SMALL_ICON} />
          {t('pipelines.add_stage')}
        </button>
      )}
    </div>
  )
}

/** Brings what was selected elsewhere (a problem, a new stage) into view. */
function useScrollToSelected(lanes: RefObject<HTMLDivElement | null>): void {
  const { selected } = useEditor()
  useEffect(() => {
    const element = selected && lanes.current?.querySelector(`[data-select="${CSS.escape(selected)}"]`)
    if (element) element.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [selected, lanes])
}
