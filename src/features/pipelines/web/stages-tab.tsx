import { ConflictNote } from './conflict-note.tsx'
import { EditorProvider } from './editor-context.tsx'
import { Inspector } from './inspector.tsx'
import { Lanes } from './lanes.tsx'
import { useOpenPipeline } from './open-pipeline.tsx'
import styles from './stages-tab.module.css'
import { useEditorOf } from './use-editor-of.ts'

/** Stages side by side, and beside them the details of what is selected. */
export function StagesTab() {
  const { kept, keeper } = useOpenPipeline()
  const { view, draft, problems, warnings } = kept
  const shown = view.mayEdit ? draft : (view.published ?? draft)
  const editor = useEditorOf({
    draft: shown,
    problems: view.mayEdit ? problems : [],
    warnings: view.mayEdit ? warnings : [],
    edit: view.mayEdit ? keeper.edit : null,
    templates: view.templates,
    stageJobs: view.stageJobs,
  })
  return (
    <EditorProvider value={editor}>
      <div className={styles.edit}>
        <div className={styles.work}>
          <ConflictNote />
          <Lanes />
        </div>
        <Inspector of="stages" />
      </div>
    </EditorProvider>
  )
}
