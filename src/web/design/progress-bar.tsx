import { useText } from '../text.tsx'
import styles from './progress-bar.module.css'

export type ProgressBarProps = {
  /** what is under way: read to screen readers */
  label: string
  done: number
  total: number
  /** `accent`: something is being sent now; `done`: answers, steps */
  tone?: 'done' | 'accent'
  /** words under the bar; by default nothing is shown beside it */
  caption?: string
}

/** How far something is: an import, a bulk send, an upload, a client's answers. */
export function ProgressBar({ label, done, total, tone = 'done', caption }: ProgressBarProps) {
  const t = useText()
  const share = total === 0 ? 0 : Math.min(1, done / total)
  return (
    <div>
      <div
        className={styles.bar}
        data-tone={tone}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
        aria-valuetext={t('ui.progress', { done, total })}
      >
        <span className={styles.fill} style={{ width: `${share * 100}%` }} />
      </div>
      {caption && <p className={styles.caption}>{caption}</p>}
    </div>
  )
}
