import { useState } from 'react'
import { useAct, useEndpoint } from '#web/api/hooks.ts'
import { EmptyState } from '#web/design/empty-state.tsx'
import { LinkButton } from '#web/design/link.tsx'
import { OrderButtons } from '#web/design/order-buttons.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { type Column, Table } from '#web/design/table.tsx'
import { useText } from '#web/text.tsx'
import { type AccountRole, rolesContract } from '../contract.ts'
import { RoleDrawer } from './role-drawer.tsx'
import styles from './roles.module.css'

/** The firm's roles in its order; who may manage them opens one by its name, and moves it. */
export function RolesTable({ onAdd }: { onAdd: (() => void) | null }) {
  const t = useText()
  const roles = useEndpoint(rolesContract.listAccountRoles, {})
  const order = useAct(rolesContract.orderAccountRoles, { touches: ['account-roles', 'accounts'] })
  const [openId, setOpenId] = useState<string | null>(null)
  const ids = roles.data?.items.map(({ id }) => id) ?? []
  const open = roles.data?.items.find(({ id }) => id === openId)
  const columns: Column<AccountRole>[] = [
    {
      key: 'name',
      title: t('roles.name'),
      cell: ({ id, name }) => (onAdd ? <LinkButton onClick={() => setOpenId(id)}>{name}</LinkButton> : name),
    },
  ]
  if (onAdd) {
    columns.push({
      key: 'order',
      title: t('roles.order'),
      width: '120px',
      align: 'end',
      cell: ({ id, name }) => (
        <OrderButtons {...{ id, name, ids }} onOrder={(wanted) => void order.run({ body: { ids: wanted as never } })} />
      ),
    })
  }
  const problem = roles.error ?? order.problem
  const start = onAdd ? { action: { label: t('roles.add'), onPress: onAdd } } : {}
  return (
    <>
      <p className={styles.about}>{t('roles.about')}</p>
      <ProblemNote problem={problem} onRetry={() => void roles.refetch()} />
      {!roles.error && (
        <Table
          label={t('roles.title')}
          columns={columns}
          rows={roles.data?.items}
          rowKey={({ id }) => id}
          rowName={({ name }) => name}
          empty={<EmptyState title={t('roles.none')} text={t('roles.none_text')} {...start} />}
        />
      )}
      {open && <RoleDrawer item={open} onClose={() => setOpenId(null)} />}
    </>
  )
}
