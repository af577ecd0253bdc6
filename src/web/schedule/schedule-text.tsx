import { describeSchedule } from '#kernel/recurrence/describe-schedule.ts'
import type { Schedule } from '#kernel/recurrence/schedule.ts'
import { useFormat, useReader, useText } from '../text.tsx'

/** A schedule in words: "Every month on the 31st (or the last day), until 31 Dec". */
export function ScheduleText({ schedule }: { schedule: Schedule }) {
  const t = useText()
  const { date } = useFormat()
  const { locale } = useReader()
  const what = describeSchedule(schedule, t, locale)
  return schedule.endOn === null ? what : t('schedule.until', { what, date: date(schedule.endOn) })
}
