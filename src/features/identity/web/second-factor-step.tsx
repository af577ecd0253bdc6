import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useFormAct } from '#web/api/form.ts'
import { Form } from '#web/design/form.tsx'
import { LinkButton } from '#web/design/link.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { useText } from '#web/text.tsx'
import { identityContract } from '../contract.ts'
import type { SignedIn } from './password-form.tsx'

/** The code of the authenticator app, or, where that is lost, a backup code. */
export function SecondFactorStep({ onDone }: { onDone: (answer: SignedIn) => void }) {
  const t = useText()
  const [backup, setBackup] = useState(false)
  const form = useForm({ initialValues: { code: '' } })
  const act = useFormAct(identityContract.giveSecondFactor, form, { input: (body) => ({ body }), onDone })
  const numeric = backup ? {} : ({ inputMode: 'numeric', autoComplete: 'one-time-code' } as const)
  return (
    <Form onSubmit={act.submit}>
      <TextInput
        label={t(backup ? 'factor.backup_code' : 'factor.code')}
        maxLength={20}
        {...numeric}
        {...form.getInputProps('code')}
      />
      <ProblemNote problem={act.problem} />
      <Button type="submit" variant="filled" fullWidth loading={act.isRunning}>
        {t('signin.go')}
      </Button>
      <p>
        <LinkButton onClick={() => setBackup(!backup)}>
          {t(backup ? 'factor.use_app' : 'factor.use_backup_code')}
        </LinkButton>
      </p>
    </Form>
  )
}
