import { IconFile } from '@tabler/icons-react'
import { urlOf } from '#web/api/call.ts'
import { usePages } from '#web/api/pages.ts'
import { ICON } from '#web/design/icon.ts'
import { LinkButton } from '#web/design/link.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { TimeAgo } from '#web/design/said.tsx'
import { Section } from '#web/design/section.tsx'
import { SkeletonLines } from '#web/design/skeleton.tsx'
import { useFormat, useText } from '#web/text.tsx'
import { type Document, documentsContract } from '../contract.ts'
import styles from './documents-panel.module.css'

/** The documents of an account, newest first, each a download; a Section of the account's page. */
export function DocumentsPanel({ accountId }: { accountId: string }) {
  const t = useText()
  const pages = usePages(documentsContract.listDocuments, { params: { id: accountId } })
  return (
    <Section title={t('documents.title')}>
      <ProblemNote problem={pages.problem} onRetry={pages.retry} />
      {!pages.items && !pages.problem && <SkeletonLines lines={3} />}
      {pages.items?.length === 0 && <p className={styles.empty}>{t('documents.empty')}</p>}
      <ul className={styles.list}>
        {pages.items?.map((document) => (
          <Line key={document.id} document={document} />
        ))}
      </ul>
      {pages.more && <LinkButton onClick={pages.more}>{t('documents.more')}</LinkButton>}
    </Section>
  )
}

function Line({ document: { id, name, bytes, uploadedBy, uploadedAt } }: { document: Document }) {
  const t = useText()
  const format = useFormat()
  return (
    <li className={styles.line}>
      <IconFile {...ICON} />
      <a
        className={styles.name}
        href={urlOf(documentsContract.getDocumentContent, { params: { id } })}
        download
        aria-label={t('documents.download', { name })}
      >
        {name}
      </a>
      <span className={styles.facts}>
        <span>{format.bytes(bytes)}</span>
        <span>{t('documents.by', { name: uploadedBy.name })}</span>
        <TimeAgo at={uploadedAt} />
      </span>
    </li>
  )
}
