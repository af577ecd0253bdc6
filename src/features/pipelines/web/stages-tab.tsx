import { Button } from '@mantine/core'
import { Note } from '#web/design/note.tsx'
import { useText } from '#web/text.tsx'
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
          {kept.state === 'stale' && <Conflict />}
          <Lanes />
        </div>
        <Inspector />
      </div>
    </EditorProvider>
  )
}

/** Somebody else saved first: both versions are there, and one of them is chosen. */
function Conflict() {
  const t = useText()
  const { keeper } = useOpenPipeline()
  return (
    <div className={styles.conflict} role="alert">
      <Note
        tone="late"
        title={t('pipelines.conflict')}
        actions={
          <>
            <Button size="xs" onClick={() => void keeper.keepMine()}>
              {t('pipelines.keep_mine')}
            </Button>
            <Button size="xs" onClick={keeper.takeTheirs}>
              {t('pipelines.take_theirs')}
            </Button>
          </>
        }
      >
        {t('pipelines.conflict_text')}
      </Note>
    </div>
  )
}
