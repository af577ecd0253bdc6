import { useForm } from '@mantine/form'
import type { CalendarDate } from '#kernel/dates.ts'
import { NO_DATES } from '#kernel/planned-dates.ts'
import { Section } from '../../design/section.tsx'
import { datesDraft } from '../../schedule/dates-draft.ts'
import { DatesFields } from '../../schedule/dates-fields.tsx'
import { scheduleDraft } from '../../schedule/schedule-draft.ts'
import { ScheduleFields } from '../../schedule/schedule-fields.tsx'
import styles from './gallery.module.css'

const monthly = { frequency: 'monthly', custom: null, weekdays: [], monthDay: 31, endOn: null } as const

/** When things come again, and when what they make is due. */
export function SchedulePart() {
  const start = '2026-01-31' as CalendarDate
  const form = useForm({
    initialValues: {
      schedule: scheduleDraft({ ...monthly, weekdays: [], startOn: start }, start),
      dates: datesDraft({ ...NO_DATES, dueIn: { count: 10, unit: 'day' } } as typeof NO_DATES),
    },
  })
  return (
    <>
      <Section title="Schedule">
        <div className={styles.stack}>
          <ScheduleFields form={form} />
        </div>
      </Section>
      <Section title="Dates of a template">
        <div className={styles.stack}>
          <DatesFields form={form} />
        </div>
      </Section>
    </>
  )
}
