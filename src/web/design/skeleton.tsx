import { VisuallyHidden } from '@mantine/core'
import { useText } from '../text.tsx'
import styles from './skeleton.module.css'

/** A grey bar where a text will stand. `width` in CSS, so that the real thing takes its place without a jump. */
export function SkeletonBar({ width = '100%', height = '1em' }: { width?: string; height?: string }) {
  return <span className={styles.bar} style={{ width, height }} aria-hidden="true" />
}

/** Lines of text to come: paragraphs, facts of a drawer. */
export function SkeletonLines({ lines = 3 }: { lines?: number }) {
  return (
    <div className={styles.lines}>
      <Loading />
      {WIDTHS.slice(0, lines).map((width) => (
        <SkeletonBar key={width} width={width} />
      ))}
    </div>
  )
}

/** Cards to come: a column of the board, the to-dos of the portal. */
export function SkeletonCards({ cards = 3 }: { cards?: number }) {
  return (
    <div className={styles.cards}>
      <Loading />
      {WIDTHS.slice(0, cards).map((width) => (
        <div key={width} className={styles.card}>
          <SkeletonBar width={width} />
          <SkeletonBar width="40%" height="0.8em" />
          <SkeletonBar width="60%" height="0.8em" />
        </div>
      ))}
    </div>
  )
}

/** Says once, to screen readers, that something is being loaded. */
export function Loading() {
  const t = useText()
  return <VisuallyHidden role="status">{t('ui.loading')}</VisuallyHidden>
}

const WIDTHS = ['72%', '90%', '64%', '83%', '58%', '76%', '69%', '87%']
