import { useState } from 'react'
import { SecondFactorStep } from '#features/identity/web/second-factor-step.tsx'
import { teamContract } from '#features/team/contract.ts'
import { AcceptInvitation } from '#features/team/web/accept-invitation.tsx'
import { useEndpoint } from '../../api/hooks.ts'
import { Loading } from '../../design/skeleton.tsx'
import { useText, useTextOr } from '../../text.tsx'
import { EntryPage } from './entry-page.tsx'
import { useEntrySearch } from './entry-search.ts'
import { Go } from './go.tsx'
import { useEnter } from './sign-in.tsx'

/** Opened from a mail: joins the team. Nothing happens before the button is pressed. */
export function InvitationPage() {
  const t = useText()
  const textOr = useTextOr()
  const token = useEntrySearch().token ?? 'none'
  const [needsCode, setNeedsCode] = useState(false)
  const invitation = useEndpoint(teamContract.getInvitation, { params: { token } }, { enabled: !needsCode })
  const enter = useEnter()
  if (needsCode) {
    return (
      <EntryPage title={t('signin.code_title')} lead={t('signin.code_lead')}>
        <SecondFactorStep onDone={enter} />
      </EntryPage>
    )
  }
  if (invitation.error) {
    const lead = invitation.error.code === 'link_used' ? t('invitation.used') : t('invitation.old')
    return (
      <EntryPage title={textOr(`refusal.${invitation.error.code}`, 'refusal.bug')} lead={lead}>
        <Go to="/sign-in">{t('signup.sign_in')}</Go>
      </EntryPage>
    )
  }
  if (!invitation.data) return <Loading />
  const { firmName, hasPassword } = invitation.data
  return (
    <EntryPage
      firm={{ name: firmName }}
      title={t('invitation.title', { firmName })}
      lead={t(hasPassword ? 'invitation.lead_known' : 'invitation.lead')}
    >
      <AcceptInvitation
        token={token}
        invitation={invitation.data}
        onDone={({ state }) => (state === 'second_factor' ? setNeedsCode(true) : enter())}
      />
    </EntryPage>
  )
}
