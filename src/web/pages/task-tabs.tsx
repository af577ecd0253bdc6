import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { ICON } from '../design/icon.ts'
import { AppLink } from '../design/link.tsx'
import { TabLinks } from '../design/tab-links.tsx'
import { useText } from '../text.tsx'

/** Open tasks, closed ones, and those that come again. */
export function TaskTabs() {
  const t = useText()
  const tabs = [
    { to: '/tasks', label: t('tasks.open') },
    { to: '/tasks/closed', label: t('tasks.closed') },
    { to: '/tasks/recurring', label: t('tasks.recurring') },
  ]
  return <TabLinks label={t('tasks.title')} tabs={tabs} />
}

export function AddTask() {
  const t = useText()
  return (
    <Button variant="filled" component={AppLink} to="/tasks/new" leftSection={<IconPlus {...ICON} />}>
      {t('tasks.add')}
    </Button>
  )
}
