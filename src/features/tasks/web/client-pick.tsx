import { Select, type SelectProps } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { accountsContract } from '#features/accounts/contract.ts'
import { useEndpoint } from '#web/api/hooks.ts'
import { useText } from '#web/text.tsx'

const PAUSE_MS = 200

/** The client that something is for, found by typing; takes a field's props. */
export function ClientPick(props: Omit<SelectProps, 'data'>) {
  const t = useText()
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), PAUSE_MS)
  const accounts = useEndpoint(
    accountsContract.listAccounts,
    { query: { search: search || undefined, limit: 20 } },
    { keepPrevious: true },
  )
  return (
    <Select
      label={t('tasks.client')}
      placeholder={t('tasks.find_client')}
      searchable
      filter={({ options }) => options}
      onSearchChange={setTyped}
      data={accounts.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
      {...props}
    />
  )
}
