import { useState } from 'react'
import { identityContract } from '#features/identity/contract.ts'
import { NewPasswordForm } from '#features/identity/web/new-password-form.tsx'
import { useEndpoint } from '../../api/hooks.ts'
import { Loading } from '../../design/skeleton.tsx'
import { useText, useTextOr } from '../../text.tsx'
import { EntryPage } from './entry-page.tsx'
import { useEntrySearch } from './entry-search.ts'
import { Go } from './go.tsx'

/** Opened from a mail: chooses a new password, and says so; nothing happens before the button is pressed. */
export function NewPasswordPage() {
  const t = useText()
  const textOr = useTextOr()
  const token = useEntrySearch().token ?? 'none'
  const [done, setDone] = useState(false)
  const link = useEndpoint(identityContract.getMailedLink, { params: { token } }, { enabled: !done })
  if (done) {
    return (
      <EntryPage title={t('newpassword.done')} lead={t('newpassword.done_lead')}>
        <Go to="/sign-in">{t('signup.sign_in')}</Go>
      </EntryPage>
    )
  }
  if (link.error) {
    return (
      <EntryPage title={textOr(`refusal.${link.error.code}`, 'refusal.bug')}>
        <Go to="/forgotten-password">{t('forgotten.again')}</Go>
      </EntryPage>
    )
  }
  if (!link.data) return <Loading />
  return (
    <EntryPage title={t('newpassword.title')} lead={t('newpassword.lead', { name: link.data.name })}>
      <NewPasswordForm token={token} onDone={() => setDone(true)} />
    </EntryPage>
  )
}
