import { Button, MultiSelect, SegmentedControl, Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPlayerPlay } from '@tabler/icons-react'
import { useState } from 'react'
import { accountsContract } from '#features/accounts/contract.ts'
import { useOpenPipeline } from '#features/pipelines/web/open-pipeline.tsx'
import { MOST_TRIED, trialsContract } from '#features/trials/contract.ts'
import type { Trial } from '#features/trials/schemas.ts'
import type { AccountId, StageId } from '#kernel/ids.ts'
import { useAct, useEndpoint } from '#web/api/hooks.ts'
import { EmptyState } from '#web/design/empty-state.tsx'
import { SMALL_ICON } from '#web/design/icon.ts'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { useText } from '#web/text.tsx'
import styles from './dry-run.module.css'
import { TrialResult } from './trial-result.tsx'

/** What the pipeline would do for chosen clients: nothing is sent, nothing is kept (B-1). */
export function DryRunTab() {
  const t = useText()
  const { keeper, kept } = useOpenPipeline()
  const { view } = kept
  const [of, setOf] = useState<'draft' | 'published'>('draft')
  const [clients, setClients] = useState<string[]>([])
  const [stageId, setStageId] = useState<StageId | null>(null)
  const [trial, setTrial] = useState<Trial | null>(null)
  const act = useAct(trialsContract.dryRun, { onDone: setTrial })
  const stages = (of === 'draft' ? kept.draft : (view.published ?? kept.draft)).stages
  const entered = stages.some((stage) => stage.id === stageId) ? stageId : null
  const run = async () => {
    if ((await keeper.flush()) === null) return
    const body = { of, accountIds: clients as AccountId[], ...(entered ? { stageId: entered } : {}) }
    await act.run({ params: { id: view.id }, body })
  }
  if (stages.length === 0) return <EmptyState title={t('trials.no_stages')} text={t('trials.about')} />
  return (
    <div className={styles.page}>
      <div className={styles.asked}>
        <p className={styles.about}>{t('trials.about')}</p>
        {view.version !== null && (
          <SegmentedControl
            aria-label={t('trials.of')}
            value={of}
            data={(['draft', 'published'] as const).map((value) => ({ value, label: t(`trials.of_${value}`) }))}
            onChange={(value) => setOf(value as typeof of)}
          />
        )}
        <Clients value={clients} onChange={setClients} />
        <Select
          label={t('trials.stage')}
          data={stages.map(({ id, name }) => ({ value: id, label: name.trim() || t('pipelines.unnamed_stage') }))}
          value={entered ?? stages[0]!.id}
          allowDeselect={false}
          onChange={(id) => setStageId(id as StageId | null)}
        />
        <Button
          variant="filled"
          leftSection={<IconPlayerPlay {...SMALL_ICON} />}
          loading={act.isRunning}
          disabled={clients.length === 0}
          onClick={() => void run()}
        >
          {t('trials.run', { count: clients.length })}
        </Button>
        <ProblemNote problem={act.problem} />
      </div>
      <div className={styles.result} aria-live="polite">
        {trial ? (
          <TrialResult trial={trial} />
        ) : (
          <EmptyState title={t('trials.empty_title')} text={t('trials.empty_text')} />
        )}
      </div>
    </div>
  )
}

const PAUSE_MS = 200

/** Finds clients by typing; those chosen keep their names. */
function Clients({ value, onChange }: { value: string[]; onChange: (ids: string[]) => void }) {
  const t = useText()
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), PAUSE_MS)
  const [known, setKnown] = useState<ReadonlyMap<string, string>>(new Map())
  const query = { search: search || undefined, limit: 20 }
  const accounts = useEndpoint(accountsContract.listAccounts, { query }, { keepPrevious: true })
  const names = new Map([...known, ...(accounts.data?.items ?? []).map(({ id, name }) => [id, name] as const)])
  return (
    <MultiSelect
      label={t('trials.clients')}
      description={t('trials.clients_help', { count: MOST_TRIED })}
      placeholder={value.length === 0 ? t('pipelines.find_client') : ''}
      data={[...names].map(([id, label]) => ({ value: id, label }))}
      value={value}
      maxValues={MOST_TRIED}
      searchable
      hidePickedOptions
      onSearchChange={setTyped}
      nothingFoundMessage={t(accounts.data ? 'trials.nobody_found' : 'ui.loading')}
      onChange={(ids) => {
        setKnown(names)
        onChange(ids)
      }}
    />
  )
}
