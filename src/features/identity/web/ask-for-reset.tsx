import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useFormAct } from '#web/api/form.ts'
import { Form } from '#web/design/form.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { useText } from '#web/text.tsx'
import { identityContract } from '../contract.ts'

/** Asks for a link to choose a new password; `onDone` gets the address that was typed, known or not. */
export function AskForReset({ onDone }: { onDone: (email: string) => void }) {
  const t = useText()
  const form = useForm({ initialValues: { email: '' } })
  const act = useFormAct(identityContract.askForPasswordReset, form, {
    input: (body) => ({ body }),
    onDone: () => onDone(form.getValues().email.trim()),
  })
  return (
    <Form onSubmit={act.submit}>
      <TextInput
        label={t('login.email')}
        type="email"
        autoComplete="username"
        inputMode="email"
        {...form.getInputProps('email')}
      />
      <ProblemNote problem={act.problem} />
      <Button type="submit" variant="filled" fullWidth loading={act.isRunning}>
        {t('portalin.mail_me')}
      </Button>
    </Form>
  )
}
