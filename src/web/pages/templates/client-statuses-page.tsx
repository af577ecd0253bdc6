import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { NewStatusDrawer } from '#features/client-statuses/web/status-drawer.tsx'
import { StatusesTable } from '#features/client-statuses/web/statuses-table.tsx'
import { ICON } from '../../design/icon.ts'
import { Page } from '../../design/page.tsx'
import { useRight } from '../../session.tsx'
import { useText } from '../../text.tsx'
import { TemplateTabs } from './template-tabs.tsx'

/** What clients may be told of a job, among the templates (CFS-1). */
export function ClientStatusesPage() {
  const t = useText()
  const mayManage = useRight('manage_templates')
  const [adding, setAdding] = useState(false)
  const add = () => setAdding(true)
  const button = mayManage && (
    <Button variant="filled" onClick={add} leftSection={<IconPlus {...ICON} />}>
      {t('client_statuses.add')}
    </Button>
  )
  return (
    <Page title={t('nav.templates')} bare filters={<TemplateTabs />} actions={button}>
      <StatusesTable onAdd={mayManage ? add : null} />
      {adding && <NewStatusDrawer onClose={() => setAdding(false)} />}
    </Page>
  )
}
