import { Button } from '@mantine/core'
import { Note } from '#web/design/note.tsx'
import { useRight } from '#web/session.tsx'
import { useText } from '#web/text.tsx'
import styles from './kept-note.module.css'
import { useOpenPipeline } from './open-pipeline.tsx'
import { usePipelineActs } from './use-pipeline-acts.ts'

/** Says that a pipeline is archived or deleted, what that means for its jobs, and how to take it back. */
export function KeptNote() {
  const t = useText()
  const { state } = useOpenPipeline().kept.view
  const mayManage = useRight('manage_pipelines')
  const { setState } = usePipelineActs(() => {})
  if (state === 'active') return null
  return (
    <div className={styles.kept}>
      <Note
        tone="wait"
        title={t(`pipelines.is_${state}`)}
        actions={
          mayManage && (
            <Button size="xs" onClick={() => setState('active')}>
              {t('pipelines.restore')}
            </Button>
          )
        }
      >
        {t(`pipelines.is_${state}_text`)}
      </Note>
    </div>
  )
}
