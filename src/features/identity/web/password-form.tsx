import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { ReturnOf } from '#kernel/contract.ts'
import { useFormAct } from '#web/api/form.ts'
import { Form } from '#web/design/form.tsx'
import { PasswordField } from '#web/design/password-field.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { useText } from '#web/text.tsx'
import { identityContract } from '../contract.ts'

export type SignedIn = ReturnOf<typeof identityContract.signIn>

/** `email`: whose password it is, where that is known */
type PasswordFormProps = { email?: string; onDone: (answer: SignedIn) => void }

/** Address and password of a team member. */
export function PasswordForm({ email = '', onDone }: PasswordFormProps) {
  const t = useText()
  const form = useForm({ initialValues: { email, password: '' } })
  const act = useFormAct(identityContract.signIn, form, { input: (body) => ({ body }), onDone })
  return (
    <Form onSubmit={act.submit}>
      <TextInput
        label={t('login.email')}
        type="email"
        autoComplete="username"
        inputMode="email"
        {...form.getInputProps('email')}
      />
      <PasswordField label={t('login.password')} autoComplete="current-password" {...form.getInputProps('password')} />
      <ProblemNote problem={act.problem} />
      <Button type="submit" variant="filled" fullWidth loading={act.isRunning}>
        {t('signin.go')}
      </Button>
    </Form>
  )
}
