import { Select, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { ChipRule, FilterChip } from '#web/design/filter-chip.tsx'
import { ICON } from '#web/design/icon.ts'
import { useMember } from '#web/session.tsx'
import { useText } from '#web/text.tsx'
import { ACCOUNT_TYPES } from '../model.ts'
import { useTagChoices, useTeamChoices } from './choices.ts'
import styles from './client-filters.module.css'
import type { ClientsSearch } from './clients-search.ts'

const PAUSE_MS = 200

type FiltersProps = { search: ClientsSearch; onChange: (search: ClientsSearch) => void }

/** What the list is narrowed by; all of it lives in the address. */
export function ClientFilters({ search, onChange }: FiltersProps) {
  const t = useText()
  const me = useMember().member.id
  const set = (changed: ClientsSearch) => onChange({ ...search, ...changed })
  const toggled = <Value,>(now: Value | undefined, value: Value) => (now === value ? undefined : value)
  return (
    <>
      <SearchField search={search} onChange={set} />
      <ChipRule />
      <FilterChip on={search.member === me} onPress={() => set({ member: toggled(search.member, me) })}>
        {t('clients.mine')}
      </FilterChip>
      <FilterChip state="off" on={search.login === 'off'} onPress={() => set({ login: toggled(search.login, 'off') })}>
        {t('clients.offline')}
      </FilterChip>
      <FilterChip on={search.state === 'archived'} onPress={() => set({ state: toggled(search.state, 'archived') })}>
        {t('clients.archived')}
      </FilterChip>
      <ChipRule />
      <Picks search={search} onChange={set} />
    </>
  )
}

function Picks({ search, onChange }: FiltersProps) {
  const t = useText()
  const [tags, team] = [useTagChoices(), useTeamChoices()]
  const types = ACCOUNT_TYPES.map((type) => ({ value: type, label: t(`clients.type_${type}`) }))
  const picks = [
    { key: 'tag', label: t('clients.filter_tag'), data: tags },
    { key: 'member', label: t('clients.filter_member'), data: team },
    { key: 'type', label: t('clients.filter_type'), data: types },
  ] as const
  return picks.map(({ key, label, data }) => (
    <Select
      key={key}
      size="xs"
      searchable
      clearable
      className={styles.pick}
      aria-label={label}
      placeholder={label}
      data={data}
      value={search[key] ?? null}
      onChange={(value) => onChange({ [key]: value ?? undefined })}
      clearButtonProps={{ 'aria-label': t('filter.remove', { name: label }) }}
    />
  ))
}

/** Sends what is typed a moment after the last key. */
function SearchField({ search, onChange }: FiltersProps) {
  const t = useText()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(search.search ?? '')
  useEffect(() => {
    if (document.activeElement !== input.current) setText(search.search ?? '')
  }, [search.search])
  const send = useDebouncedCallback((typed: string) => onChange({ search: typed.trim() || undefined }), PAUSE_MS)
  return (
    <TextInput
      ref={input}
      type="search"
      size="xs"
      className={styles.search}
      aria-label={t('clients.search')}
      placeholder={t('clients.search')}
      leftSection={<IconSearch {...ICON} />}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value)
        send(event.currentTarget.value)
      }}
    />
  )
}
