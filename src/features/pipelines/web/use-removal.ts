import type { DraftAutomation, DraftStage } from '#engine/core/draft.ts'
import { useToast } from '#web/design/toast.tsx'
import { useText } from '#web/text.tsx'
import * as edits from './draft-edits.ts'
import { useEditor } from './editor-context.tsx'
import { useAutomationTitle } from './words.ts'

/** Takes things out of the draft at once, with *Undo*: nothing is asked, because until it is published nothing is done. */
export function useRemoval() {
  const t = useText()
  const toast = useToast()
  const editor = useEditor()
  const title = useAutomationTitle()
  const { edit, select } = editor
  return {
    removeStage(stage: DraftStage, index: number) {
      edit?.(edits.removeStage(stage.id))
      select(null)
      const name = stage.name.trim() || t('pipelines.unnamed_stage')
      toast(t('pipelines.removed', { name }), { undo: () => edit?.(edits.addStage(stage, index)) })
    },
    removeAutomation(automation: DraftAutomation, spot: edits.Spot) {
      edit?.(edits.removeAutomation(automation.id))
      select(null)
      const name = title(automation, editor)
      toast(t('pipelines.removed', { name }), { undo: () => edit?.(edits.addAutomation(automation, spot)) })
    },
  }
}
