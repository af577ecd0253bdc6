import { ConflictNote } from './conflict-note.tsx'
import { EditorProvider } from './editor-context.tsx'
import { Inspector } from './inspector.tsx'
import { useOpenPipeline } from './open-pipeline.tsx'
import styles from './stages-tab.module.css'
import { onStatuses, statusesAsLanes } from './status-lanes.ts'
import { StatusLanes } from './status-lanes-view.tsx'
import { useEditorOf } from './use-editor-of.ts'

/** Custom job statuses of a pipeline, each with its automations, edited as stages are (J-40 to J-42). */
export function StatusesTab() {
  const { kept, keeper } = useOpenPipeline()
  const { view, draft, problems, warnings } = kept
  const { mayEdit } = view
  const editor = useEditorOf({
    draft: statusesAsLanes(mayEdit ? draft : (view.published ?? draft)),
    problems: mayEdit ? problems : [],
    warnings: mayEdit ? warnings : [],
    edit: mayEdit ? (edit) => keeper.edit(onStatuses(edit)) : null,
    templates: view.templates,
    stageJobs: view.stageJobs,
  })
  return (
    <EditorProvider value={editor}>
      <div className={styles.edit}>
        <div className={styles.work}>
          <ConflictNote />
          <StatusLanes />
        </div>
        <Inspector of="statuses" />
      </div>
    </EditorProvider>
  )
}
