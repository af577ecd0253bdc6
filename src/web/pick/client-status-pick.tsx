import { Button, Select } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconPlus } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { clientStatusesContract, type FirmClientStatus } from '#features/client-statuses/contract.ts'
import { useFormAct } from '../api/form.ts'
import { useEndpoint } from '../api/hooks.ts'
import { Dialog } from '../design/dialog.tsx'
import { Form, SendOrCancel } from '../design/form.tsx'
import { SMALL_ICON } from '../design/icon.ts'
import { ProblemNote } from '../design/problem-note.tsx'
import { useReturnedFocus } from '../design/returned-focus.ts'
import { useRight } from '../session.tsx'
import { useText } from '../text.tsx'
import { ClientStatusFields, NEW_CLIENT_STATUS } from './client-status-fields.tsx'
import styles from './client-status-pick.module.css'

export type ClientStatusPickProps = {
  value: string | null
  /** what it says where nothing is chosen, or what was chosen is gone */
  placeholder: string
  clearable: boolean
  description?: string | undefined
  error?: ReactNode
  /** with the text that the status brings, to be adjusted (CFS-2) */
  onChange: (statusId: string | null, description: string) => void
}

/** One of the firm's client-facing statuses; who may manage them makes a missing one on the spot (CFS-1). */
export function ClientStatusPick({ value, onChange, clearable, ...shown }: ClientStatusPickProps) {
  const t = useText()
  const mayMake = useRight('manage_templates')
  const [making, setMaking] = useState(false)
  const { data } = useEndpoint(clientStatusesContract.listClientStatuses, {})
  const statuses = data?.items ?? []
  const known = statuses.some(({ id }) => id === value)
  return (
    <div>
      <Select
        label={t('client_statuses.one')}
        {...shown}
        clearable={clearable}
        clearButtonProps={{ 'aria-label': t('ui.remove', { name: t('client_statuses.one') }) }}
        data={statuses.map(({ id, name }) => ({ value: id as string, label: name }))}
        value={known ? value : null}
        searchable
        nothingFoundMessage={t(data ? 'client_statuses.none_found' : 'ui.loading')}
        onChange={(id) => onChange(id, statuses.find((status) => status.id === id)?.description ?? '')}
      />
      {mayMake && (
        <Button
          size="xs"
          variant="subtle"
          className={styles.add}
          leftSection={<IconPlus {...SMALL_ICON} />}
          onClick={() => setMaking(true)}
        >
          {t('client_statuses.new')}
        </Button>
      )}
      {making && (
        <NewClientStatus onMade={({ id, description }) => onChange(id, description)} onClose={() => setMaking(false)} />
      )}
    </div>
  )
}

function NewClientStatus({ onMade, onClose }: { onMade: (made: FirmClientStatus) => void; onClose: () => void }) {
  const t = useText()
  useReturnedFocus()
  const form = useForm({ initialValues: NEW_CLIENT_STATUS })
  const act = useFormAct(clientStatusesContract.createClientStatus, form, {
    input: (body) => ({ body }),
    onDone: (made) => {
      onMade(made)
      onClose()
    },
  })
  return (
    <Dialog opened title={t('client_statuses.new')} onClose={onClose}>
      <Form onSubmit={act.submit}>
        <ClientStatusFields form={form} />
        <ProblemNote problem={act.problem} />
        <SendOrCancel isRunning={act.isRunning} onCancel={onClose}>
          {t('client_statuses.add')}
        </SendOrCancel>
      </Form>
    </Dialog>
  )
}
