import {
  type Cadence,
  cadenceOf,
  type Schedule,
  type ScheduleUnit,
  type Weekday,
  weekdaysOf,
} from '#kernel/recurrence/schedule.ts'

/** A schedule while it is typed: what is empty is '', and what another frequency would need is kept. */
export type ScheduleDraft = Pick<Schedule, 'frequency'> & {
  custom: { unit: ScheduleUnit; interval: number | '' }
  weekdays: Weekday[]
  monthDay: number | ''
  startOn: string
  endOn: string
}

/** The draft of a schedule; of none yet: every month from a day on. */
export function scheduleDraft(schedule: Schedule | null, startOn: string): ScheduleDraft {
  return {
    frequency: schedule?.frequency ?? 'monthly',
    custom: schedule?.custom ?? { unit: 'day', interval: 10 },
    weekdays: schedule?.weekdays ?? [],
    monthDay: schedule?.monthDay ?? '',
    startOn: schedule?.startOn ?? startOn,
    endOn: schedule?.endOn ?? '',
  }
}

/** What is sent: without whatever the chosen frequency has no use for. A date that is missing is refused at its field. */
export function scheduleOf({ frequency, custom, weekdays, monthDay, startOn, endOn }: ScheduleDraft): Schedule {
  const { unit, interval } = custom
  const every: Cadence | null = frequency === 'custom' ? { unit, interval: Number(interval) } : null
  const used = cadenceOf({ frequency, custom: every }).unit
  return {
    frequency,
    custom: every,
    weekdays: used === 'week' ? weekdays : [],
    monthDay: (used === 'month' || used === 'year') && monthDay !== '' ? monthDay : null,
    startOn: startOn as Schedule['startOn'],
    endOn: endOn === '' ? null : (endOn as Schedule['startOn']),
  }
}

/** The unit that a draft repeats by: what else can be chosen follows from it. */
export function unitOf({ frequency, custom }: ScheduleDraft): ScheduleUnit {
  return frequency === 'custom' ? custom.unit : cadenceOf({ frequency, custom: null }).unit
}

/** The weekdays as they count: without a choice, that of the start. */
export function shownWeekdays({ weekdays, startOn }: ScheduleDraft): Weekday[] {
  return startOn === '' ? weekdays : weekdaysOf({ weekdays, startOn: startOn as Schedule['startOn'] })
}

/** The choice after a day was pressed. */
export function toggledWeekdays(draft: ScheduleDraft, day: Weekday): Weekday[] {
  const shown = shownWeekdays(draft)
  return shown.includes(day) ? shown.filter((it) => it !== day) : [...shown, day].sort()
}
