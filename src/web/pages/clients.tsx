import { IconLayoutKanban } from '@tabler/icons-react'
import { useState } from 'react'
import { ClientsPage } from '#features/accounts/web/clients-page.tsx'
import { AddJobsDialog } from '#features/jobs/web/add-jobs-dialog.tsx'
import { useText } from '../text.tsx'

/** The list of clients, with what other slices do with chosen ones. */
export function Clients() {
  const t = useText()
  const [adding, setAdding] = useState<{ ids: string[]; clear: () => void } | null>(null)
  const close = () => {
    adding?.clear()
    setAdding(null)
  }
  return (
    <>
      <ClientsPage
        acts={(ids, clear) => [{ label: t('add.title'), icon: IconLayoutKanban, run: () => setAdding({ ids, clear }) }]}
      />
      {adding && <AddJobsDialog accountIds={adding.ids} onClose={close} />}
    </>
  )
}
