import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { ProfileSettings } from '#features/team/web/profile-settings.tsx'
import { Section } from '../../design/section.tsx'
import { useMember } from '../../session.tsx'
import { useText } from '../../text.tsx'
import { ChooseFirm } from '../entry/choose-firm.tsx'
import { SettingsPage } from './settings-page.tsx'

/** One's own name and language, and the other firms one works for. */
export function ProfilePage() {
  const t = useText()
  const { firm, otherFirms } = useMember()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const enter = () => {
    queries.clear()
    void navigate({ to: '/' })
  }
  return (
    <SettingsPage>
      <Section title={t('settings.profile')}>
        <ProfileSettings />
      </Section>
      {otherFirms.length > 0 && (
        <Section title={t('settings.firms')}>
          <ChooseFirm firms={[firm, ...otherFirms]} onDone={enter} narrow />
        </Section>
      )}
    </SettingsPage>
  )
}
