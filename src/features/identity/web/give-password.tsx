import { Button } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { ReturnOf } from '#kernel/contract.ts'
import { useFormAct } from '#web/api/form.ts'
import { Buttons, Form } from '#web/design/form.tsx'
import { PasswordField } from '#web/design/password-field.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { useText } from '#web/text.tsx'
import type { identityContract } from '../contract.ts'

type Guarded =
  | typeof identityContract.startSecondFactor
  | typeof identityContract.renewBackupCodes
  | typeof identityContract.removeSecondFactor

export type GivePasswordProps<E extends Guarded> = {
  endpoint: E
  /** what the button does */
  label: string
  danger?: boolean
  onDone: (answer: ReturnOf<E>) => void
  onCancel?: () => void
}

/** Asks for the password again before something that whoever sits at an open screen must not do. */
export function GivePassword<E extends Guarded>({
  endpoint,
  label,
  danger = false,
  onDone,
  onCancel,
}: GivePasswordProps<E>) {
  const t = useText()
  const form = useForm({ initialValues: { password: '' } })
  const act = useFormAct(endpoint, form, { input: (body) => ({ body }) as never, onDone, touches: ['session'] })
  return (
    <Form narrow onSubmit={act.submit}>
      <PasswordField
        label={t('login.current_password')}
        autoComplete="current-password"
        {...form.getInputProps('password')}
      />
      <ProblemNote problem={act.problem} />
      <Buttons>
        <Button type="submit" variant="filled" color={danger ? 'late' : 'accent'} loading={act.isRunning}>
          {label}
        </Button>
        {onCancel && (
          <Button variant="subtle" onClick={onCancel}>
            {t('ui.cancel')}
          </Button>
        )}
      </Buttons>
    </Form>
  )
}
