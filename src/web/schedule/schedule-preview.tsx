import { lazy, Suspense } from 'react'
import type { Schedule } from '#kernel/recurrence/schedule.ts'
import styles from './schedule-fields.module.css'
import { ScheduleText } from './schedule-text.tsx'

const NextDays = lazy(async () => ({ default: (await import('./next-days.tsx')).NextDays }))

/** What was chosen, as a sentence, and the next three days it comes; what counts them is fetched when first needed. */
export function SchedulePreview({ schedule }: { schedule: Schedule }) {
  return (
    <div className={styles.preview} aria-live="polite">
      <p>
        <ScheduleText schedule={schedule} />
      </p>
      <p className={styles.next}>
        <Suspense fallback={' '}>
          <NextDays schedule={schedule} />
        </Suspense>
      </p>
    </div>
  )
}
