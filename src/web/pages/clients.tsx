import { IconChecklist, IconClipboardList, IconLayoutKanban, IconUserCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { ClientsPage } from '#features/accounts/web/clients-page.tsx'
import { RolesDialog } from '#features/roles/web/roles-dialog.tsx'
import { NewTasks } from '#features/tasks/web/new-tasks.tsx'
import { useRight } from '../session.tsx'
import { useText } from '../text.tsx'
import { AddJobsDialog, SendOrganizer } from './dialogs.ts'

type Chosen = { act: 'jobs' | 'organizer' | 'task' | 'roles'; ids: string[]; clear: () => void }

/** The list of clients, with what other slices do with chosen ones. */
export function Clients() {
  const t = useText()
  const maySend = useRight('manage_organizers')
  const mayAssign = useRight('assign_team_members')
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const close = () => {
    chosen?.clear()
    setChosen(null)
  }
  const acts = (ids: string[], clear: () => void) => [
    { label: t('add.title'), icon: IconLayoutKanban, run: () => setChosen({ act: 'jobs', ids, clear }) },
    ...(maySend
      ? [
          {
            label: t('organizers.send'),
            icon: IconClipboardList,
            run: () => setChosen({ act: 'organizer', ids, clear }),
          },
        ]
      : []),
    { label: t('tasks.new'), icon: IconChecklist, run: () => setChosen({ act: 'task', ids, clear }) },
    ...(mayAssign
      ? [{ label: t('roles.title'), icon: IconUserCheck, run: () => setChosen({ act: 'roles', ids, clear }) }]
      : []),
  ]
  return (
    <>
      <ClientsPage acts={acts} />
      {chosen?.act === 'jobs' && <AddJobsDialog accountIds={chosen.ids} onClose={close} />}
      {chosen?.act === 'organizer' && <SendOrganizer accountIds={chosen.ids} onClose={close} />}
      {chosen?.act === 'task' && <NewTasks accountIds={chosen.ids} onClose={close} />}
      {chosen?.act === 'roles' && <RolesDialog accountIds={chosen.ids} onClose={close} />}
    </>
  )
}
