import { usePages } from '#web/api/pages.ts'
import { TextLink } from '#web/design/link.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { Instant } from '#web/design/said.tsx'
import { type Column, Table } from '#web/design/table.tsx'
import { useText } from '#web/text.tsx'
import { pipelinesContract } from '../contract.ts'
import type { VersionSummary } from '../schemas.ts'
import { useOpenPipeline } from './open-pipeline.tsx'
import styles from './stages-tab.module.css'

/** What was published, when and by whom; each opens as it was (D-3). */
export function VersionsTab() {
  const t = useText()
  const { view } = useOpenPipeline().kept
  const pages = usePages(pipelinesContract.listVersions, { params: { id: view.id } })
  const columns: Column<VersionSummary>[] = [
    {
      key: 'version',
      title: t('pipelines.version'),
      width: '30%',
      cell: ({ version }) =>
        version === view.version ? t('pipelines.version_now', { version }) : t('pipelines.version_number', { version }),
    },
    { key: 'at', title: t('pipelines.published_at'), cell: ({ publishedAt }) => <Instant at={publishedAt} /> },
    {
      key: 'by',
      title: t('pipelines.published_by'),
      cell: ({ publishedBy }) => publishedBy ?? t('pipelines.published_by_system'),
    },
    { key: 'stages', title: t('pipelines.stages'), width: '96px', align: 'end', dim: true, cell: (it) => it.stages },
    {
      key: 'automations',
      title: t('pipelines.automations'),
      width: '120px',
      align: 'end',
      dim: true,
      hide: 'card',
      cell: (it) => it.automations,
    },
  ]
  if (pages.problem) return <ProblemNote problem={pages.problem} onRetry={pages.retry} />
  return (
    <div className={styles.work}>
      <div className={styles.said}>
        <TextLink to={`/templates/pipelines/${view.id}/versions/compare`}>{t('pipelines.compare_versions')}</TextLink>
      </div>
      <Table
        label={t('pipelines.versions')}
        columns={columns}
        rows={pages.items}
        rowKey={({ version }) => String(version)}
        rowName={({ version }) => t('pipelines.version_number', { version })}
        more={pages.more}
        rowTo={({ version }) => `/templates/pipelines/${view.id}/versions/${version}`}
      />
    </div>
  )
}
