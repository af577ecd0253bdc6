import { Button } from '@mantine/core'
import { useState } from 'react'
import { RoleDrawer } from '#features/roles/web/role-drawer.tsx'
import { RolesTable } from '#features/roles/web/roles-table.tsx'
import { useMember } from '../../session.tsx'
import { useText } from '../../text.tsx'
import { SettingsPage } from './settings-page.tsx'

/** The roles that members hold for clients, among the settings. */
export function RolesPage() {
  const t = useText()
  const mayManage = useMember().member.role !== 'employee'
  const [adding, setAdding] = useState(false)
  const add = () => setAdding(true)
  return (
    <SettingsPage
      bare
      actions={
        mayManage && (
          <Button variant="filled" onClick={add}>
            {t('roles.add')}
          </Button>
        )
      }
    >
      <RolesTable onAdd={mayManage ? add : null} />
      {adding && <RoleDrawer item={null} onClose={() => setAdding(false)} />}
    </SettingsPage>
  )
}
