import { useState } from 'react'
import { AskForReset } from '#features/identity/web/ask-for-reset.tsx'
import { TextLink } from '../../design/link.tsx'
import { Rich, useText } from '../../text.tsx'
import { EntryPage } from './entry-page.tsx'

/** Asks for a link to choose a new password. */
export function ForgottenPasswordPage() {
  const t = useText()
  const [sentTo, setSentTo] = useState<string | null>(null)
  const back = (
    <p>
      <TextLink to="/sign-in">{t('signin.back')}</TextLink>
    </p>
  )
  if (sentTo) {
    const lead = <Rich id="forgotten.sent" values={{ email: <b>{sentTo}</b> }} />
    return <EntryPage title={t('signin.look_in_mail')} lead={lead} foot={back} />
  }
  return (
    <EntryPage title={t('forgotten.title')} lead={t('forgotten.lead')} foot={back}>
      <AskForReset onDone={setSentTo} />
    </EntryPage>
  )
}
