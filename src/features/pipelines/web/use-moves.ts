import type { AutomationId, StageId } from '#kernel/ids.ts'
import { announce } from '#web/design/live-region.tsx'
import { useText } from '#web/text.tsx'
import { type Direction, moveAutomation, moveStage, placeOf, type Spot, spotBeside } from './draft-edits.ts'
import { type Selected, useEditor } from './editor-context.tsx'

/** Moves stages and automations, step by step or to a spot, and says aloud where they went. */
export function useMoves() {
  const t = useText()
  const { draft, edit } = useEditor()
  const nameOf = (id: StageId) =>
    draft.stages.find((stage) => stage.id === id)?.name.trim() || t('pipelines.unnamed_stage')

  const automationTo = (id: AutomationId, spot: Spot) => {
    const move = moveAutomation(id, spot)
    edit?.(move)
    const place = placeOf(move(draft), id)
    if (!place) return
    const total = place.stage.automations.length
    announce(t('pipelines.automation_moved', { place: place.index + 1, total, stage: nameOf(spot.stageId) }))
  }
  const stageTo = (id: StageId, index: number) => {
    edit?.(moveStage(id, index))
    announce(t('pipelines.stage_moved', { stage: nameOf(id), place: index + 1, total: draft.stages.length }))
  }
  /** Where one step leads; null where there is no such step. */
  const step = (selected: Selected, direction: Direction): (() => void) | null => {
    if (selected.kind === 'automation') {
      const { id } = selected.automation
      const spot = spotBeside(draft, id, direction)
      return spot && (() => automationTo(id, spot))
    }
    const index = selected.index + (direction === 'left' ? -1 : direction === 'right' ? 1 : Number.NaN)
    return index >= 0 && index < draft.stages.length ? () => stageTo(selected.stage.id, index) : null
  }
  return { automationTo, stageTo, step }
}
