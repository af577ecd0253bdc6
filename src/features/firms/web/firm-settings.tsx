import { Button, Select, Switch, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { LOCALES } from '#kernel/locale.ts'
import { useFormAct, useNewer, useTold } from '#web/api/form.ts'
import { useEndpoint } from '#web/api/hooks.ts'
import { FieldRow } from '#web/design/field-row.tsx'
import { Buttons } from '#web/design/form.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { SkeletonLines } from '#web/design/skeleton.tsx'
import { useToast } from '#web/design/toast.tsx'
import { LANGUAGES } from '#web/shell/preferences.tsx'
import { type TextKey, useText } from '#web/text.tsx'
import { timeZones } from '#web/time-zones.ts'
import { type Firm, firmsContract } from '../contract.ts'
import { ColorField } from './color-field.tsx'
import styles from './firm-settings.module.css'

/** What the firm is called, speaks, looks like, and asks of its team; for owner and admins. */
export function FirmSettings() {
  const firm = useEndpoint(firmsContract.getFirm, {})
  if (firm.error) return <ProblemNote problem={firm.error} onRetry={() => void firm.refetch()} />
  return firm.data ? <FirmForm firm={firm.data} /> : <SkeletonLines lines={6} />
}

/** What others save shows here too, unless something is typed. */
function FirmForm({ firm }: { firm: Firm }) {
  const t = useText()
  const say = useToast()
  const [base, setBase] = useState(firm)
  const form = useForm({ initialValues: valuesOf(firm) })
  const take = (theirs: Firm) => {
    setBase(theirs)
    form.setValues(valuesOf(theirs))
    form.resetDirty(valuesOf(theirs))
  }
  useNewer(firm.revision > base.revision, form, () => take(firm))
  const act = useFormAct(firmsContract.changeFirm, form, {
    input: (values) => ({ body: { ...values, replyTo: values.replyTo.trim() || null }, ifMatch: base.revision }),
    touches: ['session'],
    onDone: (saved) => {
      setBase(saved)
      say(t('ui.saved'))
    },
  })
  useTold(act.problem, setBase)
  const row = (label: TextKey, help?: TextKey) => ({ label: t(label), ...(help ? { help: t(help) } : {}) })
  const field = (name: 'name' | 'locale' | 'timeZone' | 'replyTo', label: TextKey) => ({
    'aria-label': t(label),
    ...form.getInputProps(name),
  })
  return (
    <form className={styles.rows} onSubmit={act.submit} noValidate>
      <FieldRow {...row('firm.name')}>
        <TextInput {...field('name', 'firm.name')} />
      </FieldRow>
      <FieldRow {...row('firm.locale', 'firm.locale_help')}>
        <Select
          data={LOCALES.map((value) => ({ value, label: LANGUAGES[value] }))}
          {...field('locale', 'firm.locale')}
        />
      </FieldRow>
      <FieldRow {...row('firm.time_zone', 'firm.time_zone_help')}>
        <Select searchable data={timeZones(firm.timeZone)} {...field('timeZone', 'firm.time_zone')} />
      </FieldRow>
      <FieldRow {...row('firm.reply_to', 'firm.reply_to_help')}>
        <TextInput type="email" {...field('replyTo', 'firm.reply_to')} />
      </FieldRow>
      <FieldRow {...row('firm.color', 'firm.color_help')}>
        <ColorField
          value={form.values.color}
          error={form.errors.color}
          onChange={(color) => form.setFieldValue('color', color)}
        />
      </FieldRow>
      <FieldRow {...row('firm.portal', 'firm.portal_help')}>
        <span className={styles.address}>{`${window.location.origin}/portal/${firm.slug}/sign-in`}</span>
      </FieldRow>
      <FieldRow {...row('firm.second_factor', 'firm.second_factor_help')}>
        <Switch
          aria-label={t('firm.second_factor')}
          {...form.getInputProps('secondFactorRequired', { type: 'checkbox' })}
        />
      </FieldRow>
      <ProblemNote problem={act.problem} />
      <Buttons>
        <Button type="submit" variant="filled" loading={act.isRunning}>
          {t('ui.save')}
        </Button>
      </Buttons>
    </form>
  )
}

function valuesOf({ revision: _, slug: __, replyTo, ...settings }: Firm) {
  return { ...settings, replyTo: replyTo ?? '' }
}
