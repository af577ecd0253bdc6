import { Select } from '@mantine/core'
import type { ReactNode } from 'react'
import { clientStatusesContract } from '#features/client-statuses/contract.ts'
import { useEndpoint } from '#web/api/hooks.ts'
import { useText } from '#web/text.tsx'

export type ClientStatusSelectProps = {
  value: string | null
  error?: ReactNode
  /** with the text that the status brings, to be adjusted (CFS-2) */
  onChange: (statusId: string | null, description: string) => void
}

/** One of the firm's client-facing statuses, or none. */
export function ClientStatusSelect({ value, error, onChange }: ClientStatusSelectProps) {
  const t = useText()
  const statuses = useEndpoint(clientStatusesContract.listClientStatuses, {}).data?.items ?? []
  return (
    <Select
      label={t('template.client_status')}
      placeholder={t('template.no_status')}
      clearable
      clearButtonProps={{ 'aria-label': t('ui.remove', { name: t('template.client_status') }) }}
      data={statuses.map(({ id, name }) => ({ value: id as string, label: name }))}
      value={value}
      error={error}
      onChange={(id) => onChange(id, statuses.find((status) => status.id === id)?.description ?? '')}
    />
  )
}
