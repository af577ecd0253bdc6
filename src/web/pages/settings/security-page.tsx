import { ChangePassword } from '#features/identity/web/change-password.tsx'
import { SecondFactorSettings } from '#features/identity/web/second-factor-settings.tsx'
import { Section } from '../../design/section.tsx'
import { useMember } from '../../session.tsx'
import { useText } from '../../text.tsx'
import { SettingsPage } from './settings-page.tsx'

/** How one signs in: second factor and password. */
export function SecurityPage() {
  const t = useText()
  const { secondFactor } = useMember()
  return (
    <SettingsPage>
      <Section title={t('factor.title')}>
        <SecondFactorSettings isOn={secondFactor === 'on'} />
      </Section>
      <Section title={t('login.password')}>
        <ChangePassword />
      </Section>
    </SettingsPage>
  )
}
