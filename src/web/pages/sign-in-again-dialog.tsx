import { Portal } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useEffect, useEffectEvent, useState } from 'react'
import { identityContract } from '#features/identity/contract.ts'
import { PasswordForm, type SignedIn } from '#features/identity/web/password-form.tsx'
import { SecondFactorStep } from '#features/identity/web/second-factor-step.tsx'
import { call } from '../api/call.ts'
import { asProblem } from '../api/problem.ts'
import { Dialog } from '../design/dialog.tsx'
import { LinkButton } from '../design/link.tsx'
import { useMember } from '../session.tsx'
import { useText } from '../text.tsx'
import { signInPath } from './entry/portal-address.ts'
import styles from './sign-in-again-dialog.module.css'

/** Signs in over the page; its contents are not to be read by whoever sits there meanwhile. Closing it leaves the page. */
export function SignInAgainDialog({ onBack }: { onBack: () => void }) {
  const t = useText()
  const router = useRouter()
  const { member } = useMember()
  const [step, setStep] = useState<'password' | 'code'>('password')
  const { goOn, look } = useComeBack(onBack)
  useOnFocus(look)
  const signedIn = (answer: SignedIn) => (answer.state === 'second_factor' ? setStep('code') : goOn(answer))
  return (
    <>
      <Portal>
        <div className={styles.veil} />
      </Portal>
      <Dialog
        opened
        title={t('signin.ended_title')}
        onClose={() => router.history.push(signInPath(router.state.location))}
      >
        <p>{t('signin.ended_text')}</p>
        <div className={styles.form}>
          {step === 'password' && <PasswordForm email={member.email} onDone={signedIn} />}
          {step === 'code' && (
            <>
              <SecondFactorStep onDone={signedIn} />
              <LinkButton onClick={() => setStep('password')}>{t('signin.again')}</LinkButton>
            </>
          )}
        </div>
      </Dialog>
    </>
  )
}

/** Goes on as the same member of the same firm; for anybody else this page is not there, and begins anew. */
function useComeBack(onBack: () => void) {
  const queries = useQueryClient()
  const { firm, member } = useMember()
  const look = async () => {
    const session = await call(identityContract.getSession, {}).catch((error) => {
      if (asProblem(error).code === 'bug') throw error
      return null
    })
    if (!session) return
    if (session.kind !== 'member' || session.member.id !== member.id) return location.assign('/')
    onBack()
    await queries.invalidateQueries()
  }
  const goOn = async ({ firms: [entered, ...others] }: SignedIn) => {
    const isElsewhere = entered?.id !== firm.id && others.some(({ id }) => id === firm.id)
    if (isElsewhere) await call(identityContract.switchFirm, { body: { firmId: firm.id } })
    await look()
  }
  return { goOn: (answer: SignedIn) => void goOn(answer), look: () => void look() }
}

/** Whoever signed in beside, in another tab, is back here too. */
function useOnFocus(look: () => void): void {
  const focused = useEffectEvent(look)
  useEffect(() => {
    const hear = () => focused()
    addEventListener('focus', hear)
    return () => removeEventListener('focus', hear)
  }, [])
}
