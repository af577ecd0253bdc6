import { useText } from '#web/text.tsx'
import { progress } from '../../rules.ts'
import { useFilling } from './filling.tsx'
import { sectionProgress } from './section-progress.ts'
import styles from './segments.module.css'

/** A bar of pieces, one per section, as wide as the section has questions and filled as far as they are answered. */
export function Segments() {
  const t = useText()
  const { sections, answers, documents, definition, ways } = useFilling()
  const whole = progress(definition, answers, documents)
  const parts = sections
    .map((section) => ({ id: section.id, ...sectionProgress(section, answers, documents) }))
    .filter(({ total }) => total > 0)
  return (
    <div className={styles.segments} role="img" aria-label={t('fill.answered', whole)}>
      {parts.map(({ id, answered, total }) => (
        <span key={id} className={styles.segment} data-now={id === ways.place || undefined} style={{ flexGrow: total }}>
          <span className={styles.fill} style={{ width: `${(100 * answered) / total}%` }} />
        </span>
      ))}
    </div>
  )
}
