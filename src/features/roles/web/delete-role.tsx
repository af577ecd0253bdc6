import { Button } from '@mantine/core'
import { useState } from 'react'
import { useAct } from '#web/api/hooks.ts'
import { ConfirmInNumbers } from '#web/design/confirm-in-numbers.tsx'
import { useToast } from '#web/design/toast.tsx'
import { UsesNote } from '#web/design/uses-note.tsx'
import { useText } from '#web/text.tsx'
import { type AccountRole, type RoleUses, rolesContract } from '../contract.ts'

/** Deletes a role, after saying what clients lose by it; what still names it keeps it. */
export function DeleteRole({ item: { id, name }, onDeleted }: { item: AccountRole; onDeleted: () => void }) {
  const t = useText()
  const say = useToast()
  const [asking, setAsking] = useState(false)
  const act = useAct(rolesContract.deleteAccountRole, {
    touches: ['accounts', 'pipelines'],
    onDone: () => {
      say(t('roles.deleted', { name }))
      onDeleted()
    },
  })
  const uses = act.problem?.code === 'in_use' ? (act.problem.detail as RoleUses) : null
  const close = () => {
    setAsking(false)
    act.reset()
  }
  return (
    <>
      <Button variant="subtle" color="late" onClick={() => setAsking(true)}>
        {t('roles.delete')}
      </Button>
      <ConfirmInNumbers
        opened={asking}
        title={t('roles.delete_of', { name })}
        confirm={t('roles.delete')}
        danger
        isRunning={act.isRunning}
        problem={uses ? null : act.problem}
        onConfirm={() => void act.run({ params: { id: id as never }, query: { accounts: 'release' } })}
        onClose={close}
      >
        <p>{t('roles.delete_text')}</p>
        {uses && (
          <UsesNote
            title={t('roles.used')}
            places={[
              { kind: t('roles.used_pipeline'), things: uses.pipelines },
              { kind: t('roles.used_template'), things: uses.templates },
            ]}
          />
        )}
      </ConfirmInNumbers>
    </>
  )
}
