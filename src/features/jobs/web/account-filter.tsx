import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { accountsContract } from '#features/accounts/contract.ts'
import { useEndpoint } from '#web/api/hooks.ts'
import { useText } from '#web/text.tsx'
import { useAccountName } from './account-name.ts'

const PAUSE_MS = 200
const SHOWN = 20

type AccountFilterProps = { accountId: string | undefined; onChange: (accountId: string | undefined) => void }

/** One client of all, found by the name. */
export function AccountFilter({ accountId, onChange }: AccountFilterProps) {
  const t = useText()
  const [search, setSearch] = useState('')
  const [sent] = useDebouncedValue(search.trim(), PAUSE_MS)
  const chosen = useAccountName(accountId)
  const query = { search: sent === chosen || sent === '' ? undefined : sent, limit: SHOWN }
  const found = useEndpoint(accountsContract.listAccounts, { query }, { keepPrevious: true })
  const items = found.data?.items.map(({ id, name }) => ({ value: id as string, label: name })) ?? []
  const isKnown = items.some(({ value }) => value === accountId)
  const label = t('filter.jobs.accountId')
  return (
    <Select
      size="xs"
      label={label}
      placeholder={t('filter.jobs.any')}
      data={accountId && chosen && !isKnown ? [{ value: accountId, label: chosen }, ...items] : items}
      value={accountId ?? null}
      onChange={(id) => onChange(id ?? undefined)}
      searchValue={search}
      onSearchChange={setSearch}
      filter={({ options }) => options}
      nothingFoundMessage={t(found.data ? 'add.none_found' : 'ui.loading')}
      comboboxProps={{ withinPortal: false }}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('filter.remove', { name: label }) }}
    />
  )
}
