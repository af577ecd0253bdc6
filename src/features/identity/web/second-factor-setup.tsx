import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { QRCodeSVG } from 'qrcode.react'
import { useState } from 'react'
import type { ReturnOf } from '#kernel/contract.ts'
import { useFormAct } from '#web/api/form.ts'
import { Buttons, Form } from '#web/design/form.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { useText } from '#web/text.tsx'
import { identityContract } from '../contract.ts'
import { BackupCodes } from './backup-codes.tsx'
import { GivePassword } from './give-password.tsx'
import looks from './second-factor-setup.module.css'

type Enrolment = ReturnOf<typeof identityContract.startSecondFactor>

/**
 * Sets up an authenticator app in three steps: the password, the app's first code, and the backup codes, which are
 * shown once. `onDone` is called when those were kept.
 */
export function SecondFactorSetup({ onDone }: { onDone: () => void }) {
  const t = useText()
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null)
  const [confirmed, setConfirmed] = useState(false)
  if (!enrolment) {
    return (
      <GivePassword endpoint={identityContract.startSecondFactor} label={t('factor.start')} onDone={setEnrolment} />
    )
  }
  if (!confirmed) return <ConnectApp enrolment={enrolment} onDone={() => setConfirmed(true)} />
  return <BackupCodes codes={enrolment.backupCodes} onKept={onDone} />
}

function ConnectApp({ enrolment, onDone }: { enrolment: Enrolment; onDone: () => void }) {
  const t = useText()
  const form = useForm({ initialValues: { code: '' } })
  const act = useFormAct(identityContract.confirmSecondFactor, form, { input: (body) => ({ body }), onDone })
  return (
    <Form narrow onSubmit={act.submit}>
      <p>{t('factor.scan')}</p>
      <div className={looks.qr}>
        <QRCodeSVG value={enrolment.uri} title={t('factor.qr')} />
      </div>
      <p className={looks.soft}>
        {t('factor.by_hand')} <span className={looks.secret}>{enrolment.secret.match(/.{1,4}/g)?.join(' ')}</span>
      </p>
      <TextInput
        label={t('factor.first_code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={8}
        {...form.getInputProps('code')}
      />
      <ProblemNote problem={act.problem} />
      <Buttons>
        <Button type="submit" variant="filled" loading={act.isRunning}>
          {t('factor.connect')}
        </Button>
      </Buttons>
    </Form>
  )
}
