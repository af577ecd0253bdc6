import { sql } from 'kysely'
import type { ClientStatusId, MemberId, TagId } from '#kernel/ids.ts'
import { type FieldProblem, invalid, Refusal } from '#kernel/refusal.ts'
import { holdsRight } from '#kernel/rights.ts'
import { findProblems, shortcodesOf } from '#kernel/shortcodes.ts'
import type { Tx } from '#platform/db/tx.ts'
import { requireTags } from '../accounts/index.ts'
import { clientStatusFacts } from '../client-statuses/index.ts'
import { requireRoles } from '../roles/index.ts'
import type { JobContent } from './model.ts'
import { requireMentioned } from './require-mentioned.ts'

/** What jobs are made from can be said and done: no unknown code (D-7), nobody and nothing that isn't there. */
export async function requireContent(tx: Tx, content: JobContent, titlePath: 'name' | 'title'): Promise<void> {
  const comments = Object.fromEntries(content.comments.map((text, index) => [`comments.${index}`, text]))
  requireKnownCodes({
    [titlePath]: content.title,
    description: content.description,
    'client.name': content.client.name,
    'client.description': content.client.description,
    ...comments,
  })
  await requireMembers(tx, content.assigneeIds)
  await requireRoles(tx, content.roleIds, 'roleIds')
  await requireClientStatus(tx, content.client.statusId)
  await requireMentioned(tx, 'description', content.description)
  for (const [path, text] of Object.entries(comments)) await requireMentioned(tx, path, text)
}

/** Who may say how much time a job may take (JOB-9). */
export function requireMayBudget(tx: Tx): void {
  if (tx.actor.kind === 'member' && !holdsRight(tx.actor, 'manage_time_budget'))
    throw invalid('timeBudget', 'right_missing')
}

type TagWish = { addTagIds?: TagId[] | undefined; removeTagIds?: TagId[] | undefined }

/** Who may put tags on clients, and that those to be put on exist (TAG-3). */
export async function requireMayTag(tx: Tx, { addTagIds, removeTagIds }: TagWish): Promise<void> {
  const path = addTagIds ? 'addTagIds' : 'removeTagIds'
  const mayTag = tx.actor.kind === 'member' && holdsRight(tx.actor, 'manage_tags')
  if ((addTagIds || removeTagIds) && !mayTag) throw invalid(path, 'right_missing')
  await requireTags(tx, addTagIds ?? [], 'addTagIds')
}

/** Everybody named works here. */
export async function requireMembers(tx: Tx, ids: readonly MemberId[]): Promise<void> {
  if (ids.length === 0) return
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from team_members
    where firm_id = ${tx.firmId} and id = any(${[...ids]}::uuid[]) and state <> 'deactivated'`.execute(tx.db)
  if (rows[0]!.count !== new Set(ids).size) throw invalid('assigneeIds', 'unknown_member')
}

/** A status that may be set; deleted ones may not (CFS-15). */
export async function requireClientStatus(tx: Tx, id: ClientStatusId | null): Promise<void> {
  if (id !== null && !(await clientStatusFacts(tx)).has(id)) throw invalid('client.statusId', 'unknown_client_status')
}

const CODES = shortcodesOf('account', 'date', 'firm')

/** Texts by the path of their field. */
function requireKnownCodes(texts: Record<string, string>): void {
  const problems = Object.entries(texts).flatMap(([path, text]) => problemsOf(path, text))
  if (problems.length > 0) throw new Refusal('invalid', problems)
}

function problemsOf(path: string, text: string): FieldProblem[] {
  return findProblems(text, CODES).map(({ code, token, line, column, nearest }) => {
    return { path, code, params: { token, line, column, nearest: nearest ?? 'none' } }
  })
}
