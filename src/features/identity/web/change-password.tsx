import { Button } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useFormAct } from '#web/api/form.ts'
import { Buttons, Form } from '#web/design/form.tsx'
import { NewPasswordField, PasswordField } from '#web/design/password-field.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { useToast } from '#web/design/toast.tsx'
import { useText } from '#web/text.tsx'
import { identityContract } from '../contract.ts'

const NOTHING = { current: '', next: '' }

/** Changes one's own password; other devices are signed out. */
export function ChangePassword() {
  const t = useText()
  const say = useToast()
  const form = useForm({ initialValues: NOTHING })
  const act = useFormAct(identityContract.changePassword, form, {
    input: (body) => ({ body }),
    onDone: () => {
      form.setValues(NOTHING)
      say(t('login.password_changed'))
    },
  })
  return (
    <Form narrow onSubmit={act.submit}>
      <PasswordField
        label={t('login.current_password')}
        autoComplete="current-password"
        {...form.getInputProps('current')}
      />
      <NewPasswordField label={t('login.new_password')} {...form.getInputProps('next')} />
      <ProblemNote problem={act.problem} />
      <Buttons>
        <Button type="submit" loading={act.isRunning}>
          {t('login.change_password')}
        </Button>
      </Buttons>
    </Form>
  )
}
