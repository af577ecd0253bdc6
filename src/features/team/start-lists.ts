import type { Locale } from '#kernel/locale.ts'
import type { Tx } from '#platform/db/tx.ts'
import { startRoles } from '../roles/index.ts'

/** The lists that a new firm does not begin without, in its language: roles (D-17). */
export async function startLists(tx: Tx, locale: Locale): Promise<void> {
  await startRoles(tx, locale)
}
