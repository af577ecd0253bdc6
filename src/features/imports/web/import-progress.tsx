import { Note } from '#web/design/note.tsx'
import { ProgressBar } from '#web/design/progress-bar.tsx'
import { useText } from '#web/text.tsx'
import type { Import } from '../contract.ts'
import { Counts } from './counts.tsx'
import styles from './import-progress.module.css'
import { Steps } from './steps.tsx'

/** How far an import is; it goes on whether anybody looks or not. */
export function ImportProgress({ found: { fileName, doneRows, totalRows, counts } }: { found: Import }) {
  const t = useText()
  return (
    <div className={styles.progress}>
      <Steps now="import" />
      <ProgressBar
        label={t('imports.running', { name: fileName })}
        done={doneRows}
        total={totalRows}
        tone="accent"
        caption={t('imports.running_rows', { done: doneRows, total: totalRows })}
      />
      <Counts counts={counts} />
      <Note>{t('imports.running_text')}</Note>
    </div>
  )
}
