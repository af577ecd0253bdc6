import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { askAgain } from '#web/api/hooks.ts'
import { Buttons, Stack } from '#web/design/form.tsx'
import { State } from '#web/design/state-dot.tsx'
import { useToast } from '#web/design/toast.tsx'
import { useText } from '#web/text.tsx'
import { identityContract } from '../contract.ts'
import { BackupCodes } from './backup-codes.tsx'
import { GivePassword } from './give-password.tsx'
import { SecondFactorSetup } from './second-factor-setup.tsx'

type Doing = 'nothing' | 'setting_up' | 'renewing' | 'removing' | { codes: string[] }

/** One's own second factor (SEC-1): set it up, make new backup codes, do without it. */
export function SecondFactorSettings({ isOn }: { isOn: boolean }) {
  const t = useText()
  const say = useToast()
  const queries = useQueryClient()
  const [doing, setDoing] = useState<Doing>('nothing')
  const stop = () => setDoing('nothing')
  const finish = (text: string) => {
    stop()
    say(text)
    void askAgain(queries, (topic) => topic === 'session')
  }
  if (typeof doing === 'object') return <BackupCodes codes={doing.codes} onKept={() => finish(t('factor.renewed'))} />
  switch (doing) {
    case 'setting_up':
      return <SecondFactorSetup onDone={() => finish(t('factor.is_on'))} />
    case 'renewing':
      return (
        <GivePassword
          endpoint={identityContract.renewBackupCodes}
          label={t('factor.renew')}
          onDone={({ backupCodes }) => setDoing({ codes: backupCodes })}
          onCancel={stop}
        />
      )
    case 'removing':
      return (
        <GivePassword
          endpoint={identityContract.removeSecondFactor}
          label={t('factor.remove')}
          danger
          onDone={() => finish(t('factor.is_off'))}
          onCancel={stop}
        />
      )
    case 'nothing':
      return <Standing isOn={isOn} onStart={setDoing} />
  }
}

function Standing({ isOn, onStart }: { isOn: boolean; onStart: (doing: Doing) => void }) {
  const t = useText()
  return (
    <Stack>
      <State state={isOn ? 'ready' : 'off'}>{t(isOn ? 'factor.is_on' : 'factor.is_off')}</State>
      <p>{t('factor.what')}</p>
      <Buttons>
        {isOn ? (
          <>
            <Button onClick={() => onStart('renewing')}>{t('factor.renew')}</Button>
            <Button variant="subtle" color="late" onClick={() => onStart('removing')}>
              {t('factor.remove')}
            </Button>
          </>
        ) : (
          <Button variant="filled" onClick={() => onStart('setting_up')}>
            {t('factor.start')}
          </Button>
        )}
      </Buttons>
    </Stack>
  )
}
