import { Input, NumberInput, Select, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useId } from 'react'
import { weekdayName } from '#kernel/recurrence/describe-schedule.ts'
import { FREQUENCIES, SCHEDULE_UNITS, type Schedule, type ScheduleUnit, WEEKDAYS } from '#kernel/recurrence/schedule.ts'
import { FilterChip } from '../design/filter-chip.tsx'
import { useReader, useText } from '../text.tsx'
import { type ScheduleDraft, scheduleOf, shownWeekdays, toggledWeekdays, unitOf } from './schedule-draft.ts'
import styles from './schedule-fields.module.css'
import { SchedulePreview } from './schedule-preview.tsx'

/** Any form that holds a schedule, under `schedule`. */
type ScheduleForm<Values extends { schedule: ScheduleDraft }> = { form: UseFormReturnType<Values> }

/** How often something comes again, from when and until when, with the next days it comes (J-21, J-22, T-6). */
export function ScheduleFields<Values extends { schedule: ScheduleDraft }>({ form }: ScheduleForm<Values>) {
  const t = useText()
  const draft = form.values.schedule
  const set = (changed: Partial<ScheduleDraft>) => form.setFieldValue('schedule', { ...draft, ...changed } as never)
  return (
    <div className={styles.fields}>
      <Select
        label={t('schedule.repeats')}
        data={FREQUENCIES.map((value) => ({ value, label: t(`schedule.${value}`) }))}
        {...form.getInputProps('schedule.frequency')}
      />
      {draft.frequency === 'custom' && <Every form={form} />}
      <Day form={form} unit={unitOf(draft)} onWeekdays={(weekdays) => set({ weekdays })} />
      <div className={styles.pair}>
        <TextInput type="date" label={t('schedule.start')} {...form.getInputProps('schedule.startOn')} />
        <TextInput
          type="date"
          label={t('schedule.end')}
          description={draft.endOn === '' ? t('ui.optional') : undefined}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.getInputProps('schedule.endOn')}
        />
      </div>
      {isWhole(draft) && <SchedulePreview schedule={scheduleOf(draft)} />}
    </div>
  )
}

function Every<Values extends { schedule: ScheduleDraft }>({ form }: ScheduleForm<Values>) {
  const t = useText()
  const count = Number(form.values.schedule.custom.interval)
  return (
    <div className={styles.pair}>
      <NumberInput
        label={t('schedule.every')}
        min={1}
        max={99}
        allowDecimal={false}
        {...form.getInputProps('schedule.custom.interval')}
      />
      <Select
        label={t('schedule.unit')}
        data={SCHEDULE_UNITS.map((value) => ({ value, label: t(`schedule.unit_${value}`, { count }) }))}
        {...form.getInputProps('schedule.custom.unit')}
      />
    </div>
  )
}

type DayProps<Values extends { schedule: ScheduleDraft }> = ScheduleForm<Values> & {
  unit: ScheduleUnit
  onWeekdays: (days: Schedule['weekdays']) => void
}

/** On which weekdays, or on which day of the month; untouched, it is the day of the start. */
function Day<Values extends { schedule: ScheduleDraft }>({ form, unit, onWeekdays }: DayProps<Values>) {
  const t = useText()
  const { locale } = useReader()
  const labelId = useId()
  const draft = form.values.schedule
  const { startOn, monthDay } = draft
  switch (unit) {
    case 'day':
      return null
    case 'week': {
      const shown = shownWeekdays(draft)
      return (
        <Input.Wrapper label={t('schedule.weekdays')} labelElement="div" labelProps={{ id: labelId }}>
          <fieldset aria-labelledby={labelId} className={styles.days}>
            {WEEKDAYS.map((day) => (
              <FilterChip key={day} on={shown.includes(day)} onPress={() => onWeekdays(toggledWeekdays(draft, day))}>
                {weekdayName(day, locale)}
              </FilterChip>
            ))}
          </fieldset>
        </Input.Wrapper>
      )
    }
    case 'month':
    case 'year':
      return (
        <NumberInput
          label={t('schedule.month_day')}
          description={Number(monthDay || startOn.slice(8)) > 28 ? t('schedule.month_day_help') : undefined}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          placeholder={startOn === '' ? undefined : String(Number(startOn.slice(8)))}
          min={1}
          max={31}
          allowDecimal={false}
          {...form.getInputProps('schedule.monthDay')}
        />
      )
  }
}

/** Whether enough is typed to say when it comes. */
function isWhole({ startOn, endOn, frequency, custom }: ScheduleDraft): boolean {
  const isReal = (day: string) => day >= '2000' && day < '2200'
  return isReal(startOn) && (endOn === '' || isReal(endOn)) && (frequency !== 'custom' || Number(custom.interval) > 0)
}
