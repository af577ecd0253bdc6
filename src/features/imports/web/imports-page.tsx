import { useNavigate } from '@tanstack/react-router'
import { usePages } from '#web/api/pages.ts'
import { Page } from '#web/design/page.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { Instant } from '#web/design/said.tsx'
import { Section } from '#web/design/section.tsx'
import { type DotState, State } from '#web/design/state-dot.tsx'
import { type Column, Table } from '#web/design/table.tsx'
import { useFormat, useText } from '#web/text.tsx'
import { type Import, importsContract } from '../contract.ts'
import type { ImportState } from '../model.ts'
import styles from './imports-page.module.css'
import { UploadField } from './upload-field.tsx'

const DOTS: Record<ImportState, DotState> = {
  uploaded: 'client',
  queued: 'auto',
  running: 'auto',
  finished: 'ready',
  failed: 'stuck',
}

/** Where an import begins, and where earlier ones are found again (IMP-4). */
export function ImportsPage() {
  const t = useText()
  const navigate = useNavigate()
  const columns = useColumns()
  const { items, more, problem, retry } = usePages(importsContract.listImports, {})
  return (
    <Page title={t('imports.title')}>
      <p className={styles.about}>{t('imports.about')}</p>
      <UploadField onUploaded={({ id }) => void navigate({ to: `/clients/import/${id}` })} />
      <ProblemNote problem={problem} onRetry={retry} />
      {items && items.length > 0 && (
        <Section title={t('imports.earlier')}>
          <div className={styles.table}>
            <Table
              label={t('imports.earlier')}
              columns={columns}
              rows={items}
              rowKey={({ id }) => id}
              rowName={({ fileName }) => fileName}
              rowTo={({ id }) => `/clients/import/${id}`}
              more={more}
            />
          </div>
        </Section>
      )}
    </Page>
  )
}

function useColumns(): Column<Import>[] {
  const t = useText()
  const { number } = useFormat()
  return [
    { key: 'file', title: t('imports.file'), cell: ({ fileName }) => fileName },
    {
      key: 'rows',
      title: t('imports.rows'),
      width: '96px',
      align: 'end',
      cell: ({ totalRows }) => number(totalRows),
    },
    {
      key: 'state',
      title: t('imports.state'),
      width: '136px',
      cell: ({ state }) => <State state={DOTS[state]}>{t(`imports.state_${state}`)}</State>,
    },
    {
      key: 'by',
      title: t('imports.by'),
      width: '160px',
      dim: true,
      hide: 'narrow',
      cell: ({ createdBy }) => createdBy,
    },
    {
      key: 'when',
      title: t('imports.when'),
      width: '144px',
      align: 'end',
      dim: true,
      cell: ({ createdAt }) => <Instant at={createdAt} />,
    },
  ]
}
