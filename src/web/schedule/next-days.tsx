import type { CalendarDate } from '#kernel/dates.ts'
import { nextOccurrences } from '#kernel/recurrence/occurrences.ts'
import type { Schedule } from '#kernel/recurrence/schedule.ts'
import { useFormat, useText } from '../text.tsx'

/** The next three days on which a schedule comes, from today on. */
export function NextDays({ schedule }: { schedule: Schedule }) {
  const t = useText()
  const { date, today } = useFormat()
  const days = nextOccurrences(schedule, today() as CalendarDate, 3)
  if (days.length === 0) return t('schedule.over')
  return t('schedule.next', { dates: days.map((day) => date(day, 'weekday')).join(' · ') })
}
