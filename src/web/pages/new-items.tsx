import { IconCheckbox, IconClipboardList, IconLayoutKanban, IconUser } from '@tabler/icons-react'
import { ICON } from '../design/icon.ts'
import { AppLink } from '../design/link.tsx'
import { Menu } from '../design/pop-up.tsx'
import { useRight } from '../session.tsx'
import { useText } from '../text.tsx'

/** What the *New* button offers. What is a panel over any page is opened by whoever holds that panel. */
export function NewItems({ onAddJobs, onSend }: { onAddJobs: () => void; onSend: () => void }) {
  const t = useText()
  const mayAddClients = useRight('manage_accounts')
  const maySend = useRight('manage_organizers')
  return (
    <>
      {mayAddClients && (
        <Menu.Item leftSection={<IconUser {...ICON} />} component={AppLink} to="/clients/new">
          {t('new.client')}
        </Menu.Item>
      )}
      <Menu.Item leftSection={<IconLayoutKanban {...ICON} />} onClick={onAddJobs}>
        {t('new.jobs')}
      </Menu.Item>
      {maySend && (
        <Menu.Item leftSection={<IconClipboardList {...ICON} />} onClick={onSend}>
          {t('organizers.send')}
        </Menu.Item>
      )}
      <Menu.Item leftSection={<IconCheckbox {...ICON} />} component={AppLink} to="/tasks/new">
        {t('new.task')}
      </Menu.Item>
    </>
  )
}
