import { Button } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useFormAct } from '#web/api/form.ts'
import { Form } from '#web/design/form.tsx'
import { NewPasswordField } from '#web/design/password-field.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { useText } from '#web/text.tsx'
import { identityContract } from '../contract.ts'

/** Chooses a password by a mailed link. */
export function NewPasswordForm({ token, onDone }: { token: string; onDone: () => void }) {
  const t = useText()
  const form = useForm({ initialValues: { password: '' } })
  const act = useFormAct(identityContract.resetPassword, form, {
    input: ({ password }) => ({ body: { token, password } }),
    onDone,
  })
  return (
    <Form onSubmit={act.submit}>
      <NewPasswordField label={t('login.new_password')} {...form.getInputProps('password')} />
      <ProblemNote problem={act.problem} />
      <Button type="submit" variant="filled" fullWidth loading={act.isRunning}>
        {t('newpassword.go')}
      </Button>
    </Form>
  )
}
