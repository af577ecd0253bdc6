import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useEffect } from 'react'
import { urlOf } from '#web/api/call.ts'
import { usePages } from '#web/api/pages.ts'
import { Buttons, Stack } from '#web/design/form.tsx'
import { ICON } from '#web/design/icon.ts'
import { AppLink, LinkButton } from '#web/design/link.tsx'
import { announce } from '#web/design/live-region.tsx'
import { Note } from '#web/design/note.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { Section } from '#web/design/section.tsx'
import { useText } from '#web/text.tsx'
import { type Import, importsContract } from '../contract.ts'
import { Counts } from './counts.tsx'
import { ProblemsTable } from './problems-table.tsx'

/** How an import ended: what it did, and every row it passed over, by line. */
export function ImportReport({ found }: { found: Import }) {
  const t = useText()
  const failed = found.state === 'failed'
  const said = failed ? t('imports.failed') : t('imports.finished', { count: found.totalRows })
  useEffect(() => announce(said), [said])
  return (
    <Stack>
      <Note tone={failed ? 'late' : found.counts.rowsRefused > 0 ? 'wait' : 'done'} title={said}>
        {failed && t('imports.failed_text')}
      </Note>
      <Section title={t('imports.did')}>
        <Counts counts={found.counts} />
      </Section>
      {found.counts.rowsRefused > 0 && <Problems found={found} />}
      <Buttons>
        <Button variant="filled" component={AppLink} to="/clients">
          {t('imports.see_clients')}
        </Button>
        <Button component={AppLink} to="/clients/import">
          {t('imports.another')}
        </Button>
      </Buttons>
    </Stack>
  )
}

function Problems({ found }: { found: Import }) {
  const t = useText()
  const params = { id: found.id }
  const { items, first, more, problem, retry } = usePages(importsContract.listImportProblems, { params })
  const download = (
    <Button
      size="xs"
      component="a"
      download
      href={urlOf(importsContract.downloadImportProblems, { params })}
      leftSection={<IconDownload {...ICON} />}
    >
      {t('imports.download')}
    </Button>
  )
  return (
    <Section title={t('imports.problems')} count={found.counts.rowsRefused} aside={download}>
      <p>{t('imports.problems_skipped')}</p>
      <ProblemNote problem={problem} onRetry={retry} />
      {items && <ProblemsTable problems={items} headings={found.columns} columns={found.mapping?.columns ?? []} />}
      {more && (
        <LinkButton onClick={more}>
          {t('imports.problems_more', { shown: items?.length ?? 0, count: first?.total ?? 0 })}
        </LinkButton>
      )}
    </Section>
  )
}
