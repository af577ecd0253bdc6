import { Button, Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { LOCALES, type Locale } from '#kernel/locale.ts'
import { useFormAct } from '#web/api/form.ts'
import { Buttons, Form } from '#web/design/form.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { useToast } from '#web/design/toast.tsx'
import { useMember } from '#web/session.tsx'
import { LANGUAGES } from '#web/shell/preferences.tsx'
import { useReader, useText } from '#web/text.tsx'
import { teamContract } from '../contract.ts'

const FIRMS_OWN = 'firm'

/** One's own name and language. */
export function ProfileSettings() {
  const t = useText()
  const say = useToast()
  const { member, firm } = useMember()
  const { setLocale } = useReader()
  const form = useForm({ initialValues: { name: member.name, locale: member.locale ?? FIRMS_OWN } })
  const act = useFormAct(teamContract.changeProfile, form, {
    input: ({ name, locale }) => ({ body: { name, locale: locale === FIRMS_OWN ? null : (locale as Locale) } }),
    touches: ['session', 'team-members'],
    onDone: ({ locale }) => {
      setLocale(locale ?? firm.locale)
      say(t('ui.saved'))
    },
  })
  const languages = [
    { value: FIRMS_OWN, label: t('profile.firms_language', { language: LANGUAGES[firm.locale] }) },
    ...LOCALES.map((value) => ({ value, label: LANGUAGES[value] })),
  ]
  return (
    <Form narrow onSubmit={act.submit}>
      <TextInput label={t('profile.name')} autoComplete="name" {...form.getInputProps('name')} />
      <TextInput label={t('login.email')} readOnly value={member.email} />
      <Select label={t('profile.language')} data={languages} {...form.getInputProps('locale')} />
      <ProblemNote problem={act.problem} />
      <Buttons>
        <Button type="submit" variant="filled" loading={act.isRunning}>
          {t('ui.save')}
        </Button>
      </Buttons>
    </Form>
  )
}
