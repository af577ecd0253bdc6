import { IconFile } from '@tabler/icons-react'
import { urlOf } from '#web/api/call.ts'
import { usePages } from '#web/api/pages.ts'
import { Line, Lines } from '#web/design/lines.tsx'
import { TimeAgo } from '#web/design/said.tsx'
import { useFormat, useText } from '#web/text.tsx'
import { type Document, documentsContract } from '../contract.ts'

/** The documents of an account, newest first, each a download; a Section of the account's page. */
export function DocumentsPanel({ accountId }: { accountId: string }) {
  const t = useText()
  const format = useFormat()
  const pages = usePages(documentsContract.listDocuments, { params: { id: accountId } })
  return (
    <Lines title={t('documents.title')} empty={t('documents.empty')} pages={pages}>
      {pages.items?.map((document) => (
        <Line key={document.id} icon={IconFile} name={<Download document={document} />}>
          <span>{format.bytes(document.bytes)}</span>
          <span>{t('documents.by', { name: document.uploadedBy.name })}</span>
          <TimeAgo at={document.uploadedAt} />
        </Line>
      ))}
    </Lines>
  )
}

function Download({ document: { id, name } }: { document: Document }) {
  const t = useText()
  const href = urlOf(documentsContract.getDocumentContent, { params: { id } })
  return (
    <a href={href} download aria-label={t('documents.download', { name })}>
      {name}
    </a>
  )
}
