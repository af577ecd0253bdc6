import type { Locale } from '#kernel/locale.ts'
import type { Tx } from '#platform/db/tx.ts'
import { startClientStatuses } from '../client-statuses/index.ts'
import { startRoles } from '../roles/index.ts'

/** The lists that a new firm does not begin without, in its language: roles (D-17) and client statuses (CFS-1). */
export async function startLists(tx: Tx, locale: Locale): Promise<void> {
  await startRoles(tx, locale)
  await startClientStatuses(tx, locale)
}
