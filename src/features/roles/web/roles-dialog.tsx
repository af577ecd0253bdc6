import { Button, MultiSelect, Select } from '@mantine/core'
import { useState } from 'react'
import { useAct, useEndpoint } from '#web/api/hooks.ts'
import { Dialog } from '#web/design/dialog.tsx'
import { Stack } from '#web/design/form.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { useToast } from '#web/design/toast.tsx'
import { useText } from '#web/text.tsx'
import { rolesContract } from '../contract.ts'
import { useHolderChoices } from './client-roles.tsx'

/** Gives members a role for chosen clients, and takes it from them; whoever is not named keeps it. */
export function RolesDialog({ accountIds, onClose }: { accountIds: string[]; onClose: () => void }) {
  const t = useText()
  const say = useToast()
  const roles = useEndpoint(rolesContract.listAccountRoles, {})
  const members = useHolderChoices()
  const [roleId, setRoleId] = useState<string | null>(null)
  const [add, setAdd] = useState<string[]>([])
  const [remove, setRemove] = useState<string[]>([])
  const act = useAct(rolesContract.changeRoleHolders, {
    touches: ['accounts'],
    onDone: ({ changed }) => {
      say(t('clients.changed', { count: changed }))
      onClose()
    },
  })
  const without = (taken: string[]) => members.filter(({ value }) => !taken.includes(value))
  const pick = { placeholder: t('roles.pick_members'), searchable: true, clearable: true } as const
  return (
    <Dialog
      opened
      title={t('roles.bulk_title', { count: accountIds.length })}
      onClose={onClose}
      buttons={
        <>
          <Button variant="subtle" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button
            variant="filled"
            disabled={!roleId || add.length + remove.length === 0}
            loading={act.isRunning}
            onClick={() => void act.run({ body: { accountIds, roleId, add, remove } as never })}
          >
            {t('clients.change_all', { count: accountIds.length })}
          </Button>
        </>
      }
    >
      <Stack>
        <Select
          label={t('roles.role')}
          data={roles.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
          value={roleId}
          onChange={setRoleId}
        />
        <MultiSelect {...pick} label={t('roles.bulk_add')} data={without(remove)} value={add} onChange={setAdd} />
        <MultiSelect {...pick} label={t('roles.bulk_remove')} data={without(add)} value={remove} onChange={setRemove} />
        <ProblemNote problem={act.problem ?? roles.error} />
      </Stack>
    </Dialog>
  )
}
