import { Button, Checkbox, Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { accountsContract } from '#features/accounts/contract.ts'
import { tagsContract } from '#features/tags/contract.ts'
import { call } from '../api/call.ts'
import { useEndpoint } from '../api/hooks.ts'
import { ICON } from '../design/icon.ts'
import { LinkButton } from '../design/link.tsx'
import { ProblemNote } from '../design/problem-note.tsx'
import { SkeletonLines } from '../design/skeleton.tsx'
import { Tags } from '../design/tag.tsx'
import { useText } from '../text.tsx'
import styles from './account-picker.module.css'

const PAUSE_MS = 200
const SHOWN = 20

type Filter = { search?: string | undefined; tagId?: string | undefined }

export type AccountPickerProps = { chosen: ReadonlySet<string>; onChange: (chosen: ReadonlySet<string>) => void }

/** Clients that were chosen elsewhere: how many, and the way to choose others. */
export function ChosenAccounts(props: AccountPickerProps) {
  const t = useText()
  const [changing, setChanging] = useState(false)
  if (changing) return <AccountPicker {...props} />
  return (
    <p className={styles.line}>
      <span>{t('add.chosen', { count: props.chosen.size })}</span>
      <LinkButton onClick={() => setChanging(true)}>{t('add.change')}</LinkButton>
    </p>
  )
}

/** Which clients: found by name or tag, ticked one by one or all that were found. */
export function AccountPicker({ chosen, onChange }: AccountPickerProps) {
  const t = useText()
  const [search, setSearch] = useState('')
  const [tagId, setTagId] = useState<string | null>(null)
  const [sent] = useDebouncedValue(search.trim(), PAUSE_MS)
  const filter: Filter = { search: sent || undefined, tagId: tagId ?? undefined }
  return (
    <fieldset className={styles.picker}>
      <legend className={styles.legend}>{t('add.clients')}</legend>
      <div className={styles.filters}>
        <TextInput
          type="search"
          className={styles.search}
          aria-label={t('add.search')}
          placeholder={t('add.search')}
          leftSection={<IconSearch {...ICON} />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
        <TagSelect value={tagId} onChange={setTagId} />
      </div>
      <Found filter={filter} chosen={chosen} onChange={onChange} />
    </fieldset>
  )
}

function TagSelect({ value, onChange }: { value: string | null; onChange: (tagId: string | null) => void }) {
  const t = useText()
  const { data } = useEndpoint(tagsContract.listTags, {})
  if (data?.items.length === 0) return null
  return (
    <Select
      searchable
      clearable
      className={styles.tag}
      aria-label={t('filter.jobs.tagId')}
      placeholder={t('filter.jobs.tagId')}
      data={data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
      value={value}
      onChange={onChange}
      clearButtonProps={{ 'aria-label': t('filter.remove', { name: t('filter.jobs.tagId') }) }}
    />
  )
}

function Found({ filter, chosen, onChange }: AccountPickerProps & { filter: Filter }) {
  const t = useText()
  const query = { ...filter, limit: SHOWN }
  const { data, error } = useEndpoint(accountsContract.listAccounts, { query }, { keepPrevious: true })
  const toggled = (id: string) => (chosen.has(id) ? chosen.difference(new Set([id])) : chosen.union(new Set([id])))
  const total = data?.total ?? data?.items.length ?? 0
  return (
    <>
      <div className={styles.line}>
        <span aria-live="polite">{t('add.chosen', { count: chosen.size })}</span>
        {chosen.size > 0 && <LinkButton onClick={() => onChange(new Set())}>{t('add.clear')}</LinkButton>}
        <AddAll filter={filter} total={total} onIds={(ids) => onChange(chosen.union(new Set(ids)))} />
      </div>
      <ProblemNote problem={error} />
      {!data && !error && <SkeletonLines lines={5} />}
      {data?.items.length === 0 && <p className={styles.quiet}>{t('add.none_found')}</p>}
      <ul className={styles.found}>
        {data?.items.map((account) => (
          <li key={account.id} className={styles.account}>
            <Checkbox
              checked={chosen.has(account.id)}
              onChange={() => onChange(toggled(account.id))}
              label={account.name}
            />
            <Tags names={account.tags.map((tag) => tag.name)} most={2} />
          </li>
        ))}
      </ul>
      {data?.next && <p className={styles.quiet}>{t('add.more', { count: Math.max(0, total - data.items.length) })}</p>}
    </>
  )
}

/** All that the filter leaves, however many, without loading them. */
function AddAll({ filter, total, onIds }: { filter: Filter; total: number; onIds: (ids: string[]) => void }) {
  const t = useText()
  const [state, setState] = useState<{ isRunning: boolean; problem: unknown }>({ isRunning: false, problem: null })
  if (total < 2) return null
  const add = async () => {
    setState({ isRunning: true, problem: null })
    try {
      onIds((await call(accountsContract.listAccountIds, { query: filter })).ids)
      setState({ isRunning: false, problem: null })
    } catch (problem) {
      setState({ isRunning: false, problem })
    }
  }
  return (
    <>
      <Button size="xs" className={styles.all} loading={state.isRunning} onClick={() => void add()}>
        {t('add.all', { count: total })}
      </Button>
      <ProblemNote problem={state.problem} />
    </>
  )
}
