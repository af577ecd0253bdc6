import { sql } from 'kysely'
import type { AccountId, DocumentId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import { decodeCursor, encodeCursor } from '#platform/db/cursor.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { FileAnswer } from '#platform/http/call.ts'
import { requireVisibleAccounts, visibleAccounts } from '../accounts/index.ts'
import type { Document } from './contract.ts'

/** An account's documents, newest first; `not_found` where the actor does not see the account (X-5, DOC-5). */
export async function listDocuments(
  tx: Tx,
  accountId: AccountId,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<{ items: Document[]; next: string | null }> {
  await requireVisibleAccounts(tx, [accountId])
  const after = cursor === undefined ? null : decodeCursor(cursor, 2)
  const rows = await tx.db
    .selectFrom('documents')
    .select(['id', 'name', 'media_type', 'bytes', 'uploaded_by', 'created_at'])
    .where('firm_id', '=', tx.firmId)
    .where('account_id', '=', accountId)
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(created_at, id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit).map((row) => ({
    id: row.id as DocumentId,
    name: row.name,
    mediaType: row.media_type,
    bytes: row.bytes,
    uploadedBy: { kind: row.uploaded_by.kind, name: row.uploaded_by.name },
    uploadedAt: row.created_at.toISOString(),
  }))
  const last = rows.length > limit ? items.at(-1)! : null
  return { items, next: last && encodeCursor([last.uploadedAt, last.id]) }
}

/** The file of a document whose account the actor may see: a member's assignment, or a client's own accounts. */
export async function documentContent(tx: Tx, id: DocumentId): Promise<FileAnswer> {
  const row = await tx.db
    .selectFrom('documents')
    .select(['name', 'media_type', 'bytes', 'storage_key'])
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', id)
    .where(visibleAccounts(tx, 'documents.account_id'))
    .executeTakeFirst()
  if (!row) throw new Refusal('not_found')
  const { name, media_type: mediaType, bytes, storage_key: key } = row
  return { name, mediaType, bytes: bytes, stream: tx.server.files.open(key) }
}
