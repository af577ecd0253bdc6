import { useText } from '#web/text.tsx'
import type { Ended } from './answer-keeper.ts'
import styles from './closed-note.module.css'
import { useFilling } from './filling.tsx'

/** Why nothing can be changed any more, and that what is in the fields was not taken (ORG-52). */
export function ClosedNote({ ended }: { ended: Ended }) {
  const t = useText()
  const { firmName, saved } = useFilling()
  return (
    <div className={styles.note} role="alert">
      <div className={styles.words}>
        <p className={styles.title}>{t(`fill.ended.${ended}`, { firm: firmName })}</p>
        <p>{saved.state === 'saving' ? t('fill.ended_unsaved') : t('fill.ended_text', { firm: firmName })}</p>
      </div>
    </div>
  )
}
