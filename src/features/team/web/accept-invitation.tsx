import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { ReturnOf } from '#kernel/contract.ts'
import { useFormAct } from '#web/api/form.ts'
import { Form } from '#web/design/form.tsx'
import { NewPasswordField, PasswordField } from '#web/design/password-field.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { useText } from '#web/text.tsx'
import { teamContract } from '../contract.ts'

export type AcceptInvitationProps = {
  token: string
  invitation: ReturnOf<typeof teamContract.getInvitation>
  onDone: (answer: ReturnOf<typeof teamContract.acceptInvitation>) => void
}

/** Name and password of somebody who joins; an address that has a password already gives that one. */
export function AcceptInvitation({ token, invitation, onDone }: AcceptInvitationProps) {
  const t = useText()
  const form = useForm({ initialValues: { name: invitation.name, password: '' } })
  const act = useFormAct(teamContract.acceptInvitation, form, {
    input: (body) => ({ params: { token }, body }),
    onDone,
  })
  return (
    <Form onSubmit={act.submit}>
      <TextInput label={t('login.email')} type="email" autoComplete="username" readOnly value={invitation.email} />
      <TextInput label={t('signup.your_name')} autoComplete="name" {...form.getInputProps('name')} />
      {invitation.hasPassword ? (
        <PasswordField
          label={t('login.current_password')}
          autoComplete="current-password"
          {...form.getInputProps('password')}
        />
      ) : (
        <NewPasswordField label={t('login.new_password')} {...form.getInputProps('password')} />
      )}
      <ProblemNote problem={act.problem} />
      <Button type="submit" variant="filled" fullWidth loading={act.isRunning}>
        {t('invitation.go')}
      </Button>
    </Form>
  )
}
