import { NumberInput, Select, Switch, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useId } from 'react'
import { SPAN_UNITS } from '#kernel/planned-dates.ts'
import { useText } from '../text.tsx'
import type { DatesDraft } from './dates-draft.ts'
import styles from './dates-fields.module.css'

/** Any form of a template that holds dates, under `dates`. */
type DatesForm<Values extends { dates: DatesDraft }> = { form: UseFormReturnType<Values> }

/** When what a template makes starts and is due: counted from the day it is made, or days of the calendar (JD-4). */
export function DatesFields<Values extends { dates: DatesDraft }>({ form }: DatesForm<Values>) {
  const t = useText()
  const { kind } = form.values.dates
  const setKind = (fixed: boolean) =>
    form.setFieldValue('dates', { ...form.values.dates, kind: fixed ? 'absolute' : 'relative' } as never)
  return (
    <div className={styles.fields}>
      <Switch
        label={t('dates.fixed')}
        checked={kind === 'absolute'}
        onChange={(event) => setKind(event.currentTarget.checked)}
      />
      {kind === 'absolute' ? (
        <div className={styles.pair}>
          <TextInput type="date" label={t('dates.start_on')} {...form.getInputProps('dates.startOn')} />
          <TextInput type="date" label={t('dates.due_on')} {...form.getInputProps('dates.dueOn')} />
        </div>
      ) : (
        <CountedDates form={form} />
      )}
    </div>
  )
}

/** Start and due counted from the day it is made. */
export function CountedDates<Values extends { dates: DatesDraft }>({ form }: DatesForm<Values>) {
  const t = useText()
  const fromStart = form.values.dates.startIn.count !== ''
  return (
    <div className={styles.pair}>
      <SpanField form={form} name="startIn" label={t('dates.start_in')} help={t('dates.from_making')} />
      <SpanField
        form={form}
        name="dueIn"
        label={t('dates.due_in')}
        help={fromStart ? t('dates.from_start') : t('dates.from_making')}
      />
    </div>
  )
}

type SpanFieldProps<Values extends { dates: DatesDraft }> = DatesForm<Values> & {
  name: 'startIn' | 'dueIn'
  label: string
  help: string
}

/** So many days, weeks, months or years; empty: no date. */
function SpanField<Values extends { dates: DatesDraft }>({ form, name, label, help }: SpanFieldProps<Values>) {
  const t = useText()
  const helpId = useId()
  const count = Number(form.values.dates[name].count)
  return (
    <div className={styles.span}>
      <NumberInput
        label={label}
        aria-describedby={helpId}
        placeholder={t('dates.none')}
        min={0}
        max={999}
        allowDecimal={false}
        {...form.getInputProps(`dates.${name}.count`)}
      />
      <Select
        label={t('schedule.unit')}
        aria-label={`${label}: ${t('schedule.unit')}`}
        data={SPAN_UNITS.map((value) => ({ value, label: t(`schedule.unit_${value}`, { count }) }))}
        {...form.getInputProps(`dates.${name}.unit`)}
      />
      <p id={helpId} className={styles.help}>
        {help}
      </p>
    </div>
  )
}
