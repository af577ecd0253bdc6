import { useText } from '#web/text.tsx'
import styles from './steps.module.css'

const STEPS = ['columns', 'review', 'import'] as const

/** Which of the three steps one is at. */
export function Steps({ now }: { now: (typeof STEPS)[number] }) {
  const t = useText()
  return (
    <ol className={styles.steps} aria-label={t('imports.steps')}>
      {STEPS.map((step) => (
        <li key={step} className={styles.step} aria-current={step === now ? 'step' : undefined}>
          {t(`imports.step_${step}`)}
        </li>
      ))}
    </ol>
  )
}
