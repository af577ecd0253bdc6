import { SignUpForm } from '#features/team/web/sign-up-form.tsx'
import { TextLink } from '../../design/link.tsx'
import { useText } from '../../text.tsx'
import { EntryPage } from './entry-page.tsx'
import { useEnter } from './sign-in.tsx'

/** Opens a firm on this server. */
export function SignUpPage() {
  const t = useText()
  const enter = useEnter()
  const foot = (
    <p>
      {t('signup.have_login')} <TextLink to="/sign-in">{t('signup.sign_in')}</TextLink>
    </p>
  )
  return (
    <EntryPage title={t('signup.title')} lead={t('signup.lead')} foot={foot}>
      <SignUpForm onDone={enter} />
    </EntryPage>
  )
}
