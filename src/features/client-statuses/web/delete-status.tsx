import { Button } from '@mantine/core'
import { useState } from 'react'
import { useAct } from '#web/api/hooks.ts'
import { ConfirmInNumbers } from '#web/design/confirm-in-numbers.tsx'
import { useToast } from '#web/design/toast.tsx'
import { UsesNote } from '#web/design/uses-note.tsx'
import { useText } from '#web/text.tsx'
import { clientStatusesContract, type FirmClientStatus, type StatusUses } from '../contract.ts'

type DeleteStatusProps = { status: FirmClientStatus; onDeleted: () => void }

/** Deletes a status, after saying what becomes of jobs that have it; what uses it keeps it (CFS-15). */
export function DeleteStatus({ status: { id, name }, onDeleted }: DeleteStatusProps) {
  const t = useText()
  const say = useToast()
  const [asking, setAsking] = useState(false)
  const act = useAct(clientStatusesContract.deleteClientStatus, {
    touches: ['jobs', 'pipelines'],
    onDone: () => {
      say(t('client_statuses.deleted', { name }))
      onDeleted()
    },
  })
  const uses = act.problem?.code === 'in_use' ? (act.problem.detail as StatusUses) : null
  const close = () => {
    setAsking(false)
    act.reset()
  }
  return (
    <>
      <Button variant="subtle" color="late" onClick={() => setAsking(true)}>
        {t('client_statuses.delete')}
      </Button>
      <ConfirmInNumbers
        opened={asking}
        title={t('client_statuses.delete_of', { name })}
        confirm={t('client_statuses.delete')}
        danger
        isRunning={act.isRunning}
        problem={uses ? null : act.problem}
        onConfirm={() => void act.run({ params: { id } })}
        onClose={close}
      >
        <p>{t('client_statuses.delete_text')}</p>
        {uses && (
          <UsesNote
            title={t('client_statuses.used')}
            places={[
              { kind: t('client_statuses.used_pipeline'), things: uses.pipelines },
              { kind: t('client_statuses.used_template'), things: uses.templates },
            ]}
          />
        )}
      </ConfirmInNumbers>
    </>
  )
}
