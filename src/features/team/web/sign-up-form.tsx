import { Button, Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { LOCALES } from '#kernel/locale.ts'
import { useFormAct } from '#web/api/form.ts'
import { Form } from '#web/design/form.tsx'
import { NewPasswordField } from '#web/design/password-field.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { LANGUAGES } from '#web/shell/preferences.tsx'
import { useReader, useText } from '#web/text.tsx'
import { timeZones } from '#web/time-zones.ts'
import { teamContract } from '../contract.ts'

/** What a new firm is called, and who owns it. Language and time zone are guessed from the browser. */
export function SignUpForm({ onDone }: { onDone: () => void }) {
  const t = useText()
  const { locale, zone } = useReader()
  const form = useForm({
    initialValues: { firmName: '', name: '', email: '', password: '', locale, timeZone: zone },
  })
  const act = useFormAct(teamContract.signUp, form, { input: (body) => ({ body }), onDone })
  return (
    <Form onSubmit={act.submit}>
      <TextInput label={t('signup.firm_name')} autoComplete="organization" {...form.getInputProps('firmName')} />
      <TextInput label={t('signup.your_name')} autoComplete="name" {...form.getInputProps('name')} />
      <TextInput
        label={t('login.email')}
        type="email"
        autoComplete="username"
        inputMode="email"
        {...form.getInputProps('email')}
      />
      <NewPasswordField label={t('login.password')} {...form.getInputProps('password')} />
      <Select
        label={t('firm.locale')}
        description={t('signup.locale_help')}
        data={LOCALES.map((value) => ({ value, label: LANGUAGES[value] }))}
        {...form.getInputProps('locale')}
      />
      <Select label={t('firm.time_zone')} searchable data={timeZones(zone)} {...form.getInputProps('timeZone')} />
      <ProblemNote problem={act.problem} />
      <Button type="submit" variant="filled" fullWidth loading={act.isRunning}>
        {t('signup.go')}
      </Button>
    </Form>
  )
}
