import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useFormAct } from '#web/api/form.ts'
import { Form } from '#web/design/form.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { useText } from '#web/text.tsx'
import { identityContract } from '../contract.ts'

export type AskForLinkProps = {
  slug: string
  /** the last one did not work any more */
  again?: boolean
  /** called with the address that was typed, known or not */
  onDone: (email: string) => void
}

/** A client types an address and gets a mail, if we know it. */
export function AskForLink({ slug, again = false, onDone }: AskForLinkProps) {
  const t = useText()
  const form = useForm({ initialValues: { email: '' } })
  const act = useFormAct(identityContract.askForSignInLink, form, {
    input: (body) => ({ params: { slug }, body }),
    onDone: () => onDone(form.getValues().email.trim()),
  })
  return (
    <Form onSubmit={act.submit}>
      <TextInput
        label={t('portalin.email')}
        type="email"
        autoComplete="email"
        inputMode="email"
        {...form.getInputProps('email')}
      />
      <ProblemNote problem={act.problem} />
      <Button type="submit" variant="filled" fullWidth loading={act.isRunning}>
        {t(again ? 'portalin.mail_new' : 'portalin.mail_me')}
      </Button>
    </Form>
  )
}
