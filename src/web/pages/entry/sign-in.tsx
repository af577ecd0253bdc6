import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { ConfirmMemberLink } from '#features/identity/web/confirm-member-link.tsx'
import { PasswordForm } from '#features/identity/web/password-form.tsx'
import { SecondFactorStep } from '#features/identity/web/second-factor-step.tsx'
import { LinkButton, TextLink } from '../../design/link.tsx'
import { useText } from '../../text.tsx'
import { ChooseFirm, type OwnFirm } from './choose-firm.tsx'
import { EntryPage } from './entry-page.tsx'
import { useEntrySearch } from './entry-search.ts'

type Step = { at: 'password' } | { at: 'code' } | { at: 'firm'; firms: OwnFirm[] }
type Answer = { state: 'signed_in' | 'second_factor'; firms: OwnFirm[] }

/** The team's way in: password, then a code where one is needed, then the firm where there are several. */
export function SignInPage() {
  const t = useText()
  const { token } = useEntrySearch()
  const [step, setStep] = useState<Step>({ at: 'password' })
  const enter = useEnter()
  const go = ({ state, firms }: Answer) => {
    if (state === 'second_factor') setStep({ at: 'code' })
    else if (firms.length > 1) setStep({ at: 'firm', firms })
    else enter()
  }
  if (token) {
    return (
      <EntryPage title={t('signin.link_title')} lead={t('signin.link_lead')}>
        <ConfirmMemberLink token={token} onDone={enter} />
      </EntryPage>
    )
  }
  if (step.at === 'code') {
    const back = <LinkButton onClick={() => setStep({ at: 'password' })}>{t('signin.again')}</LinkButton>
    return (
      <EntryPage title={t('signin.code_title')} lead={t('signin.code_lead')} foot={<p>{back}</p>}>
        <SecondFactorStep onDone={go} />
      </EntryPage>
    )
  }
  if (step.at === 'firm') {
    return (
      <EntryPage title={t('signin.firm_title')}>
        <ChooseFirm firms={step.firms} onDone={enter} />
      </EntryPage>
    )
  }
  return (
    <EntryPage title={t('signin.title')} lead={t('signin.lead')} foot={<OtherWays />}>
      <PasswordForm onDone={go} />
    </EntryPage>
  )
}

function OtherWays() {
  const t = useText()
  return (
    <>
      <p>
        <TextLink to="/forgotten-password">{t('signin.forgotten')}</TextLink>
      </p>
      <p>
        {t('signin.new_here')} <TextLink to="/sign-up">{t('signin.open_firm')}</TextLink>
      </p>
    </>
  )
}

/** Leaves for the page that was asked for; what an earlier session saw is forgotten. */
export function useEnter(): () => void {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { next } = useEntrySearch()
  return () => {
    queries.clear()
    void navigate({ to: next })
  }
}
