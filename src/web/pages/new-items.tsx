import { Menu } from '@mantine/core'
import { IconCheckbox, IconLayoutKanban, IconUser } from '@tabler/icons-react'
import { ICON } from '../design/icon.ts'
import { AppLink } from '../design/link.tsx'
import { useRight } from '../session.tsx'
import { useText } from '../text.tsx'

/** What the *New* button offers. Adding jobs is a panel over any page, so whoever holds that panel opens it. */
export function NewItems({ onAddJobs }: { onAddJobs: () => void }) {
  const t = useText()
  const mayAddClients = useRight('manage_accounts')
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
      <Menu.Item leftSection={<IconCheckbox {...ICON} />} component={AppLink} to="/tasks/new">
        {t('new.task')}
      </Menu.Item>
    </>
  )
}
