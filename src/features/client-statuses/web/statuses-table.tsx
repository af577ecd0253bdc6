import { useState } from 'react'
import { useAct, useEndpoint } from '#web/api/hooks.ts'
import { ColorDot } from '#web/design/color-name.tsx'
import { EmptyState } from '#web/design/empty-state.tsx'
import { LinkButton } from '#web/design/link.tsx'
import { OrderButtons } from '#web/design/order-buttons.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { type Column, Table } from '#web/design/table.tsx'
import { useText } from '#web/text.tsx'
import { clientStatusesContract, type FirmClientStatus } from '../contract.ts'
import { StatusDrawer } from './status-drawer.tsx'
import styles from './statuses.module.css'

/** The firm's client statuses in its order; who may manage them opens one by its name, and moves it (CFS-1). */
export function StatusesTable({ onAdd }: { onAdd: (() => void) | null }) {
  const t = useText()
  const statuses = useEndpoint(clientStatusesContract.listClientStatuses, {})
  const order = useAct(clientStatusesContract.orderClientStatuses, { touches: ['client-statuses'] })
  const [openId, setOpenId] = useState<string | null>(null)
  const ids = statuses.data?.items.map(({ id }) => id) ?? []
  const open = statuses.data?.items.find(({ id }) => id === openId)
  const columns: Column<FirmClientStatus>[] = [
    {
      key: 'name',
      title: t('client_statuses.name'),
      width: '240px',
      cell: ({ id, name, color }) => (
        <span className={styles.name}>
          <ColorDot color={color} />
          {onAdd ? <LinkButton onClick={() => setOpenId(id)}>{name}</LinkButton> : name}
        </span>
      ),
    },
    { key: 'description', title: t('client_statuses.description'), dim: true, cell: ({ description }) => description },
  ]
  if (onAdd) {
    columns.push({
      key: 'order',
      title: t('client_statuses.order'),
      width: '120px',
      align: 'end',
      cell: ({ id, name }) => (
        <OrderButtons
          {...{ id, name, ids }}
          onOrder={(wanted) => void order.run({ body: { ids: wanted as typeof ids } })}
        />
      ),
    })
  }
  const start = onAdd ? { action: { label: t('client_statuses.add'), onPress: onAdd } } : {}
  return (
    <>
      <p className={styles.about}>{t('client_statuses.about')}</p>
      <ProblemNote problem={statuses.error ?? order.problem} onRetry={() => void statuses.refetch()} />
      {!statuses.error && (
        <Table
          label={t('client_statuses.title')}
          columns={columns}
          rows={statuses.data?.items}
          rowKey={({ id }) => id}
          rowName={({ name }) => name}
          empty={<EmptyState title={t('client_statuses.none')} text={t('client_statuses.none_text')} {...start} />}
        />
      )}
      {open && <StatusDrawer status={open} onClose={() => setOpenId(null)} />}
    </>
  )
}
