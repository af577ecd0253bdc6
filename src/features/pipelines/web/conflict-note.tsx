import { Button } from '@mantine/core'
import { Note } from '#web/design/note.tsx'
import { useText } from '#web/text.tsx'
import { useOpenPipeline } from './open-pipeline.tsx'
import styles from './stages-tab.module.css'

/** Somebody else saved first: both versions are there, and one of them is chosen. */
export function ConflictNote() {
  const t = useText()
  const { kept, keeper } = useOpenPipeline()
  if (kept.state !== 'stale') return null
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
