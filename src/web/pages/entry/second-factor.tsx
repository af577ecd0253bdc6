import { SecondFactorSetup } from '#features/identity/web/second-factor-setup.tsx'
import { useText } from '../../text.tsx'
import { EntryPage } from './entry-page.tsx'
import { useEnter } from './sign-in.tsx'

/** Where a firm requires the second factor: whoever has none sets it up here before anything else (SEC-1). */
export function SecondFactorPage() {
  const t = useText()
  const enter = useEnter()
  return (
    <EntryPage title={t('factor.required_title')} lead={t('factor.required_lead')}>
      <SecondFactorSetup onDone={enter} />
    </EntryPage>
  )
}
