import { sql } from 'kysely'
import { type AccountId, type DocumentId, newId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { StoredFile } from '#platform/files/files.ts'

/** Who brought a document, as it is shown for ever. */
export type Uploader = { kind: string; id: string | null; name: string }

/** The account's folder for what its clients upload, made when first needed (DOC-2, ORG-7c). Returns its id. */
export async function clientUploadsFolder(tx: Tx, accountId: AccountId): Promise<string> {
  await tx.db
    .insertInto('folders')
    .values({
      firm_id: tx.firmId,
      id: newId(tx.now.getTime()),
      account_id: accountId,
      kind: 'client_uploads',
      created_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['firm_id', 'account_id', 'kind']).doNothing())
    .execute()
  const folder = await tx.db
    .selectFrom('folders')
    .select('id')
    .where('firm_id', '=', tx.firmId)
    .where('account_id', '=', accountId)
    .where('kind', '=', 'client_uploads')
    .executeTakeFirstOrThrow()
  return folder.id
}

/** Makes received files documents of the account, in its client uploads folder (ORG-13). Ids in the order given. */
export async function keepDocuments(
  tx: Tx,
  accountId: AccountId,
  files: readonly StoredFile[],
  by: Uploader,
): Promise<DocumentId[]> {
  if (files.length === 0) return []
  const folderId = await clientUploadsFolder(tx, accountId)
  const rows = files.map(({ key, name, mediaType, bytes, sha256 }) => {
    return { id: newId<'document'>(tx.now.getTime()), name, media_type: mediaType, bytes, sha256, storage_key: key }
  })
  await sql`
    insert into documents (firm_id, id, account_id, folder_id, name, media_type, bytes, sha256, storage_key,
                           uploaded_by, created_at)
    select ${tx.firmId}::uuid, id, ${accountId}::uuid, ${folderId}::uuid, name, media_type, bytes, sha256, storage_key,
           ${JSON.stringify(by)}::jsonb, ${tx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(
      id uuid, name text, media_type text, bytes bigint, sha256 text, storage_key text)
  `.execute(tx.db)
  for (const { id, name, bytes } of rows)
    tx.record({ type: 'document.uploaded', subject: { kind: 'document', id }, payload: { name, bytes }, accountId })
  return rows.map(({ id }) => id)
}
