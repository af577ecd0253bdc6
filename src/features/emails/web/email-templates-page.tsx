import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { type TemplateSummary, templatesContract } from '#features/templates/contract.ts'
import { usePages } from '#web/api/pages.ts'
import { EmptyState } from '#web/design/empty-state.tsx'
import { ICON } from '#web/design/icon.ts'
import { AppLink } from '#web/design/link.tsx'
import { Page } from '#web/design/page.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { TimeAgo } from '#web/design/said.tsx'
import { type Column, Table } from '#web/design/table.tsx'
import { useRight } from '#web/session.tsx'
import { useText } from '#web/text.tsx'

const NEW = '/templates/emails/new'

/** The firm's e-mail templates. `tabs` leads to the other kinds. */
export function EmailTemplatesPage({ tabs }: { tabs?: ReactNode }) {
  const t = useText()
  const mayChange = useRight('manage_templates')
  const columns = useColumns()
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), 200)
  const query = search === '' ? { kind: 'email' as const } : { kind: 'email' as const, search }
  const pages = usePages(templatesContract.listTemplates, { query })
  return (
    <Page
      title={t('emails.templates')}
      bare
      actions={
        mayChange && (
          <Button variant="filled" component={AppLink} to={NEW} leftSection={<IconPlus {...ICON} />}>
            {t('emails.new')}
          </Button>
        )
      }
      filters={
        <>
          {tabs}
          <TextInput
            size="xs"
            aria-label={t('emails.search')}
            placeholder={t('emails.search')}
            leftSection={<IconSearch {...ICON} />}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </>
      }
    >
      <ProblemNote problem={pages.problem} onRetry={pages.retry} />
      <Table
        label={t('emails.templates')}
        columns={columns}
        rows={pages.problem ? [] : pages.items}
        rowKey={(template) => template.id}
        rowName={(template) => template.name}
        rowTo={(template) => `/templates/emails/${template.id}`}
        more={pages.more}
        empty={pages.problem ? null : <Empty isSearch={search !== ''} mayChange={mayChange} />}
      />
    </Page>
  )
}

function Empty({ isSearch, mayChange }: { isSearch: boolean; mayChange: boolean }) {
  const t = useText()
  if (isSearch) return <EmptyState title={t('emails.none_found')} />
  return (
    <EmptyState
      title={t('emails.empty_title')}
      text={t('emails.empty_text')}
      {...(mayChange ? { action: { label: t('emails.new_title'), to: NEW } } : {})}
    />
  )
}

function useColumns(): Column<TemplateSummary>[] {
  const t = useText()
  return [
    { key: 'name', title: t('emails.name'), cell: (template) => template.name },
    {
      key: 'version',
      title: t('emails.version'),
      width: '88px',
      align: 'end',
      dim: true,
      cell: (template) => template.version,
    },
    {
      key: 'changed',
      title: t('emails.changed'),
      width: '136px',
      align: 'end',
      dim: true,
      cell: (template) => <TimeAgo at={template.updatedAt} />,
    },
  ]
}
