import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { accountsContract } from '#features/accounts/contract.ts'
import { jobsContract } from '#features/jobs/contract.ts'
import type { AccountId, JobId } from '#kernel/ids.ts'
import { useEndpoint } from '#web/api/hooks.ts'
import { useText } from '#web/text.tsx'
import styles from './condition-tree.module.css'
import { useEditor } from './editor-context.tsx'
import { WholeTruth } from './judging.tsx'

const PAUSE_MS = 250

/** Chooses a client, and a job of it, and says whether they meet the condition as they are now (B-5). */
export function TryWith() {
  const t = useText()
  const { trial } = useEditor()
  const { accountId, accountName } = trial
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), PAUSE_MS)
  const query = { search: search && search !== accountName ? search : undefined, limit: 20 }
  const accounts = useEndpoint(accountsContract.listAccounts, { query }, { keepPrevious: true })
  const found = new Map((accounts.data?.items ?? []).map(({ id, name }): [string, string] => [id, name]))
  if (accountId) found.set(accountId, accountName)
  return (
    <div className={styles.try}>
      <Select
        label={t('pipelines.try_with')}
        placeholder={t('pipelines.find_client')}
        data={[...found].map(([value, label]) => ({ value, label }))}
        value={accountId}
        searchable
        clearable
        filter={({ options }) => options}
        onSearchChange={setTyped}
        onChange={(id) => trial.choose(id as AccountId | null, id ? (found.get(id) ?? '') : '')}
      />
      {accountId && <JobPick accountId={accountId} />}
      {accountId && <WholeTruth />}
    </div>
  )
}

function JobPick({ accountId }: { accountId: AccountId }) {
  const t = useText()
  const { trial } = useEditor()
  const jobs = useEndpoint(jobsContract.listJobs, { query: { accountId, limit: 50 } })
  const items = jobs.data?.items ?? []
  if (items.length === 0) return null
  return (
    <Select
      label={t('pipelines.try_with_job')}
      placeholder={t('pipelines.no_job')}
      data={items.map(({ id, name }) => ({ value: id, label: name }))}
      value={trial.jobId}
      clearable
      onChange={(id) => trial.chooseJob(id as JobId | null)}
    />
  )
}
