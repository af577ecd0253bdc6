import { ActionIcon, Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconHistory, IconPlus, IconSearch, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { type TemplateSummary, templatesContract } from '#features/templates/contract.ts'
import type { TemplateKind } from '#features/templates/model.ts'
import { usePages } from '../../api/pages.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { ICON } from '../../design/icon.ts'
import { AppLink } from '../../design/link.tsx'
import { Page } from '../../design/page.tsx'
import { ProblemNote } from '../../design/problem-note.tsx'
import { TimeAgo } from '../../design/said.tsx'
import { type Column, Table } from '../../design/table.tsx'
import { useMember, useRight } from '../../session.tsx'
import { useText } from '../../text.tsx'
import { DeleteTemplate } from './delete-template.tsx'
import { TemplateTabs } from './template-tabs.tsx'
import styles from './templates-page.module.css'

export function OrganizerTemplatesPage() {
  return <TemplatesPage kind="organizer" />
}

export function EmailTemplatesPage() {
  return <TemplatesPage kind="email" />
}

export function TaskTemplatesPage() {
  return <TemplatesPage kind="task" />
}

export function JobTemplatesPage() {
  return <TemplatesPage kind="job" />
}

/** The firm's templates of one kind; each opens in the editor of its kind. */
function TemplatesPage({ kind }: { kind: TemplateKind }) {
  const t = useText()
  const mayChange = useRight('manage_templates')
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), 200)
  const query = search === '' ? { kind } : { kind, search }
  const pages = usePages(templatesContract.listTemplates, { query })
  const [leaving, setLeaving] = useState<TemplateSummary | null>(null)
  const columns = useColumns(mayChange ? setLeaving : null)
  return (
    <Page
      title={t('nav.templates')}
      bare
      filters={<TemplateTabs />}
      actions={
        <>
          <TextInput
            aria-label={t('templates.search')}
            placeholder={t('templates.search')}
            leftSection={<IconSearch {...ICON} />}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          {mayChange && (
            <Button variant="filled" component={AppLink} to={newOf(kind)} leftSection={<IconPlus {...ICON} />}>
              {t(`templates.new_${kind}`)}
            </Button>
          )}
        </>
      }
    >
      <ProblemNote problem={pages.problem} onRetry={pages.retry} />
      <Table
        label={t(`templates.${kind}s`)}
        columns={columns}
        rows={pages.problem ? [] : pages.items}
        rowKey={(template) => template.id}
        rowName={(template) => template.name}
        rowTo={(template) => `/templates/${kind}s/${template.id}`}
        more={pages.more}
        empty={pages.problem ? null : <Empty kind={kind} isSearch={search !== ''} mayChange={mayChange} />}
      />
      {leaving && <DeleteTemplate template={leaving} onClose={() => setLeaving(null)} />}
    </Page>
  )
}

function newOf(kind: TemplateKind): string {
  return `/templates/${kind}s/new`
}

function Empty({ kind, isSearch, mayChange }: { kind: TemplateKind; isSearch: boolean; mayChange: boolean }) {
  const t = useText()
  if (isSearch) return <EmptyState title={t('templates.none_found')} />
  return (
    <EmptyState
      title={t(`templates.empty_${kind}`)}
      text={t(`templates.empty_${kind}_text`)}
      {...(mayChange ? { action: { label: t(`templates.new_${kind}`), to: newOf(kind) } } : {})}
    />
  )
}

function useColumns(onDelete: ((template: TemplateSummary) => void) | null): Column<TemplateSummary>[] {
  const t = useText()
  const isAdmin = useMember().member.role !== 'employee'
  const changed = (template: TemplateSummary) => (
    <span className={styles.changed}>
      <TimeAgo at={template.updatedAt} />
      {isAdmin && (
        <ActionIcon
          size="sm"
          component={AppLink}
          to={`/history/templates/${template.id}`}
          aria-label={t('activity.history_of', { name: template.name })}
        >
          <IconHistory {...ICON} />
        </ActionIcon>
      )}
      {onDelete && (
        <ActionIcon
          size="sm"
          aria-label={t('templates.delete_name', { name: template.name })}
          onClick={() => onDelete(template)}
        >
          <IconTrash {...ICON} />
        </ActionIcon>
      )}
    </span>
  )
  return [
    { key: 'name', title: t('templates.name'), cell: (template) => template.name },
    {
      key: 'version',
      title: t('templates.version'),
      width: '88px',
      align: 'end',
      dim: true,
      cell: (template) => template.version,
    },
    { key: 'changed', title: t('templates.changed'), width: '176px', align: 'end', dim: true, cell: changed },
  ]
}
