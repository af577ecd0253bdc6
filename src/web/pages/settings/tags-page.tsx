import { Button } from '@mantine/core'
import { useState } from 'react'
import { TagDrawer } from '#features/tags/web/tag-drawer.tsx'
import { TagsTable } from '#features/tags/web/tags-table.tsx'
import { useRight } from '../../session.tsx'
import { useText } from '../../text.tsx'
import { SettingsPage } from './settings-page.tsx'

/** The firm's tags, among the settings. */
export function TagsPage() {
  const t = useText()
  const mayManage = useRight('manage_tags')
  const [adding, setAdding] = useState(false)
  const add = () => setAdding(true)
  return (
    <SettingsPage
      bare
      actions={
        mayManage && (
          <Button variant="filled" onClick={add}>
            {t('tags.add')}
          </Button>
        )
      }
    >
      <TagsTable onAdd={mayManage ? add : null} />
      {adding && <TagDrawer tag={null} onClose={() => setAdding(false)} />}
    </SettingsPage>
  )
}
