import { type RawBuilder, sql } from 'kysely'
import { type Id, type JobId, newId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import { jobIsVisible } from './cards.ts'
import type { JobComment } from './contract-comments.ts'
import { loadJob } from './job.ts'
import { requireMentioned } from './require-mentioned.ts'

type CommentId = Id<'comment'>

/** The comments of a job that the actor may see, oldest first. */
export async function listComments(tx: Tx, jobId: JobId): Promise<{ items: JobComment[] }> {
  await loadJob(tx, jobId)
  return { items: await select(tx, sql`c.job_id = ${jobId}`) }
}

/** Says something about a job; who is mentioned stands in the event (JOB-14). */
export async function addComment(tx: Tx, jobId: JobId, text: string): Promise<JobComment> {
  const job = await loadJob(tx, jobId)
  const mentioned = await requireMentioned(tx, 'text', text)
  const id = newId<'comment'>(tx.now.getTime())
  const authorId = tx.actor.kind === 'member' ? tx.actor.memberId : null
  await tx.db
    .insertInto('job_comments')
    .values({ firm_id: tx.firmId, id, job_id: jobId, author_id: authorId, body: text, created_at: tx.now })
    .execute()
  const payload = { commentId: id, text, mentioned: [...mentioned.values()], mentionedIds: [...mentioned.keys()] }
  tx.record({ type: 'job.commented', payload, ...about(jobId, job.accountId) })
  return (await select(tx, sql`c.id = ${id}`))[0]!
}

export async function changeComment(tx: Tx, id: CommentId, text: string, revision: number): Promise<JobComment> {
  const before = await changeable(tx, id)
  const mentioned = await requireMentioned(tx, 'text', text)
  const changed = await tx.db
    .updateTable('job_comments')
    .set({ body: text, edited_at: tx.now, revision: revision + 1 })
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .returning('id')
    .executeTakeFirst()
  if (!changed) throw new Refusal('stale', [], { current: await changeable(tx, id) })
  const payload = { commentId: id, text, before: before.text, mentionedIds: [...mentioned.keys()] }
  tx.record({ type: 'job.commentChanged', payload, ...about(before.jobId as JobId, await accountOf(tx, before)) })
  return changeable(tx, id)
}

export async function deleteComment(tx: Tx, id: CommentId): Promise<null> {
  const { text, ...comment } = await changeable(tx, id)
  await tx.db.deleteFrom('job_comments').where('firm_id', '=', tx.firmId).where('id', '=', id).execute()
  const payload = { commentId: id, text }
  tx.record({ type: 'job.commentDeleted', payload, ...about(comment.jobId as JobId, await accountOf(tx, comment)) })
  return null
}

function about(jobId: JobId, accountId: string) {
  return {
    subject: { kind: 'job', id: jobId },
    jobId,
    accountId: accountId as Parameters<Tx['record']>[0]['accountId'],
  }
}

async function accountOf(tx: Tx, { jobId }: Pick<JobComment, 'jobId'>): Promise<string> {
  return (await loadJob(tx, jobId as JobId)).accountId
}

/** A comment that the actor sees and may change; missing and forbidden answer alike. */
async function changeable(tx: Tx, id: CommentId): Promise<JobComment> {
  const [comment] = await select(tx, sql`c.id = ${id}`)
  if (!comment?.mayChange) throw new Refusal('not_found')
  return comment
}

type Row = Omit<JobComment, 'createdAt' | 'editedAt' | 'mayChange'> & {
  createdAt: Date
  editedAt: Date | null
  authorRole: string | null
}

async function select(tx: Tx, where: RawBuilder<unknown>): Promise<JobComment[]> {
  const { rows } = await sql<Row>`
    select c.id, c.job_id as "jobId", c.body as text, c.created_at as "createdAt", c.edited_at as "editedAt",
      c.revision, m.role as "authorRole",
      case when m.id is not null then json_build_object('id', m.id, 'name', m.name) end as author
    from job_comments c
      join jobs j on j.firm_id = c.firm_id and j.id = c.job_id and j.deleted_at is null
      left join team_members m on m.firm_id = c.firm_id and m.id = c.author_id
    where c.firm_id = ${tx.firmId} and ${where} and ${jobIsVisible(tx)}
    order by c.created_at, c.id`.execute(tx.db)
  return rows.map(({ authorRole, createdAt, editedAt, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    editedAt: editedAt?.toISOString() ?? null,
    mayChange: mayChange(tx, row.author?.id ?? null, authorRole),
  }))
}

/** One's own; the owner any; admins any but the owner's (USR-1). */
function mayChange({ actor }: Tx, authorId: string | null, authorRole: string | null): boolean {
  if (actor.kind !== 'member') return false
  if (authorId === actor.memberId || actor.role === 'owner') return true
  return actor.role === 'admin' && authorRole !== 'owner'
}
