import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { AccountId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import { holdsRight } from '#kernel/rights.ts'
import type { Tx } from '#platform/db/tx.ts'

/**
 * The one rule of which accounts the actor may see (X-5, USR-2 to USR-4), as a predicate on a column that holds an
 * account's id: `.where(visibleAccounts(tx, 'jobs.account_id'))`. Employees see the accounts they are assigned to, or
 * all with *view all accounts*; clients their own; an opened to-do link its one account; the system everything.
 */
export function visibleAccounts(tx: Tx, column: string): RawBuilder<SqlBool> {
  const { actor } = tx
  if (seesAllAccounts(tx)) return sql<SqlBool>`true`
  switch (actor.kind) {
    case 'member':
      return sql<SqlBool>`exists (select from account_members assigned where assigned.firm_id = ${tx.firmId}
        and assigned.account_id = ${sql.ref(column)} and assigned.member_id = ${actor.memberId})`
    case 'client':
      return sql<SqlBool>`${sql.ref(column)} = any(${[...actor.accountIds]}::uuid[])`
    case 'todo_link':
      return sql<SqlBool>`${sql.ref(column)} = ${actor.accountId}`
    case 'automation':
    case 'system':
      return sql<SqlBool>`true`
  }
}

/**
 * The one rule of which pipelines the actor may see, as a predicate on a column that holds a pipeline's id: owner and
 * admins all, employees those available to them (P-2, P-4, P-6); the system everything.
 */
export function visiblePipelines(tx: Tx, column: string): RawBuilder<SqlBool> {
  const { actor } = tx
  if (actor.kind !== 'member' || actor.role !== 'employee') return sql<SqlBool>`true`
  return sql<SqlBool>`exists (select from pipeline_members available where available.firm_id = ${tx.firmId}
    and available.pipeline_id = ${sql.ref(column)} and available.member_id = ${actor.memberId})`
}

/**
 * The one rule of which jobs the actor may see, as a predicate on rows of jobs that a query calls so: those of a visible
 * account, in a pipeline available to him (P-6).
 */
export function visibleJobs(tx: Tx, jobs: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${visibleAccounts(tx, `${jobs}.account_id`)} and ${visiblePipelines(tx, `${jobs}.pipeline_id`)})`
}

/** Whether `visibleAccounts` is every account of the firm to the actor. */
export function seesAllAccounts({ actor }: Tx): boolean {
  switch (actor.kind) {
    case 'member':
      return holdsRight(actor, 'view_all_accounts')
    case 'client':
    case 'todo_link':
      return false
    case 'automation':
    case 'system':
      return true
  }
}

/** Refuses with `not_found` unless each of these accounts exists and the actor may see it. */
export async function requireVisibleAccounts(tx: Tx, ids: readonly AccountId[]): Promise<void> {
  const wanted = [...new Set(ids)]
  const { count } = await tx.db
    .selectFrom('accounts')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', sql<string>`any(${wanted}::uuid[])`)
    .where(visibleAccounts(tx, 'accounts.id'))
    .executeTakeFirstOrThrow()
  if (Number(count) !== wanted.length) throw new Refusal('not_found')
}
