import { FirmSettings } from '#features/firms/web/firm-settings.tsx'
import { TaskStatusNames } from '#features/tasks/web/task-status-names.tsx'
import { Section } from '../../design/section.tsx'
import { useMember } from '../../session.tsx'
import { Missing } from '../../shell/missing.tsx'
import { useText } from '../../text.tsx'
import { SettingsPage } from './settings-page.tsx'

/** The firm's settings; an employee's address leads nowhere. */
export function FirmPage() {
  const t = useText()
  if (useMember().member.role === 'employee') return <Missing />
  return (
    <SettingsPage>
      <Section title={t('settings.firm')}>
        <FirmSettings />
      </Section>
      <Section title={t('tasks.names_title')}>
        <TaskStatusNames />
      </Section>
    </SettingsPage>
  )
}
