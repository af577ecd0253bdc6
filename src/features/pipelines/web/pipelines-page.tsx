import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useEndpoint } from '#web/api/hooks.ts'
import { EmptyState } from '#web/design/empty-state.tsx'
import { FilterChip } from '#web/design/filter-chip.tsx'
import { ICON } from '#web/design/icon.ts'
import { AppLink } from '#web/design/link.tsx'
import { Page } from '#web/design/page.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { TimeAgo } from '#web/design/said.tsx'
import { type Column, Table } from '#web/design/table.tsx'
import { Tag } from '#web/design/tag.tsx'
import { useRight } from '#web/session.tsx'
import { useText } from '#web/text.tsx'
import { pipelinesContract } from '../contract.ts'
import type { PipelineSummary } from '../schemas.ts'
import { NewPipeline } from './new-pipeline.tsx'
import styles from './pipelines-page.module.css'

/** What stands in the address: those that are out of use, instead of the others. */
export type PipelinesSearch = { state?: 'archived' | 'deleted' }

export type PipelinesPageProps = {
  title: string
  /** where a row leads: to its jobs, or to what it does */
  opens: 'board' | 'editor'
  /** leads to the kinds of templates beside pipelines */
  tabs?: ReactNode
}

const LIBRARY = '/templates/library'

/** All pipelines the member may see: with their jobs under Workflow, with their drafts under Templates (P-1). */
export function PipelinesPage({ title, opens, tabs }: PipelinesPageProps) {
  const t = useText()
  const mayManage = useRight('manage_pipelines')
  const [making, setMaking] = useState(false)
  const { state = 'active' } = useSearch({ strict: false }) as PipelinesSearch
  const pipelines = useEndpoint(pipelinesContract.listPipelines, { query: { state } }, { hears: ['jobs'] })
  const columns = useColumns(opens)
  return (
    <Page
      title={title}
      bare
      filters={tabs ?? <StateChips state={state} />}
      actions={mayManage && <Acts onNew={() => setMaking(true)} />}
    >
      <ProblemNote problem={pipelines.error} onRetry={() => void pipelines.refetch()} />
      {!pipelines.error && (
        <div className={styles.list}>
          {tabs && (
            <div className={styles.chips}>
              <StateChips state={state} />
            </div>
          )}
          <Table
            label={title}
            columns={columns}
            rows={pipelines.data?.items}
            rowKey={(pipeline) => pipeline.id}
            rowName={(pipeline) => pipeline.name}
            rowTo={(pipeline) => addressOf(pipeline, opens)}
            empty={
              state === 'active' ? <Empty mayManage={mayManage} /> : <EmptyState title={t(`pipelines.none_${state}`)} />
            }
          />
        </div>
      )}
      {making && <NewPipeline onClose={() => setMaking(false)} />}
    </Page>
  )
}

/** Which of those that are out of use are shown instead of the others; deleted ones to those who can take them back. */
function StateChips({ state }: { state: PipelineSummary['state'] }) {
  const t = useText()
  const navigate = useNavigate()
  const mayManage = useRight('manage_pipelines')
  const states = mayManage ? (['archived', 'deleted'] as const) : (['archived'] as const)
  return states.map((each) => (
    <FilterChip
      key={each}
      on={state === each}
      onPress={() => void navigate({ to: '.', search: (state === each ? {} : { state: each }) as never })}
    >
      {t(`pipelines.only_${each}`)}
    </FilterChip>
  ))
}

/** One that was never published, or is deleted, has no board: it opens in its editor. */
function addressOf({ id, version, state }: PipelineSummary, opens: PipelinesPageProps['opens']): string {
  return opens === 'board' && version !== null && state !== 'deleted' ? `/workflow/${id}` : `/templates/pipelines/${id}`
}

function Acts({ onNew }: { onNew: () => void }) {
  const t = useText()
  return (
    <>
      <Button component={AppLink} to={LIBRARY}>
        {t('pipelines.from_library')}
      </Button>
      <Button variant="filled" leftSection={<IconPlus {...ICON} />} onClick={onNew}>
        {t('pipelines.new')}
      </Button>
    </>
  )
}

function Empty({ mayManage }: { mayManage: boolean }) {
  const t = useText()
  if (!mayManage) return <EmptyState title={t('pipelines.empty_title')} text={t('pipelines.empty_text_reader')} />
  return (
    <EmptyState
      title={t('pipelines.empty_title')}
      text={t('pipelines.empty_text')}
      action={{ label: t('pipelines.from_library'), to: LIBRARY }}
    />
  )
}

function useColumns(opens: PipelinesPageProps['opens']): Column<PipelineSummary>[] {
  const t = useText()
  const state = ({ version, draftChanged }: PipelineSummary) => {
    if (version === null) return <Tag tone="wait">{t('pipelines.draft')}</Tag>
    if (draftChanged) return <Tag tone="note">{t('pipelines.unpublished')}</Tag>
    return t('pipelines.version_number', { version })
  }
  const counts: Column<PipelineSummary>[] = [
    { key: 'stages', title: t('pipelines.stages'), width: '96px', align: 'end', dim: true, cell: (it) => it.stages },
    { key: 'jobs', title: t('pipelines.jobs_column'), width: '96px', align: 'end', cell: (it) => it.jobs },
  ]
  return [
    { key: 'name', title: t('pipelines.name'), cell: (it) => it.name },
    { key: 'state', title: t('pipelines.state'), width: '220px', cell: state },
    ...(opens === 'board' ? counts : counts.slice(0, 1)),
    {
      key: 'changed',
      title: t('pipelines.changed'),
      width: '136px',
      align: 'end',
      dim: true,
      hide: 'narrow',
      cell: (it) => <TimeAgo at={it.updatedAt} />,
    },
  ]
}
