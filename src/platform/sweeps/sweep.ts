import type { FirmId } from '#kernel/ids.ts'
import type { Database } from '../db/connect.ts'
import type { Tx } from '../db/tx.ts'

/** A row whose time may have come, and where its firm's clock stands. */
export type DueRow = { firmId: FirmId; id: string; timeZone: string; dueOn: string }

/** Work that no one asks for at the moment it is due: the clock does. A slice brings its sweeps in its descriptor. */
export type Sweep = {
  name: string
  /**
   * Rows with something due on or before `latest`, in all firms, by (firm, id) from after `after` on, at most `limit`.
   * It runs as *maintenance* and reads no more than it takes to go there.
   */
  find(maintenance: Database, asked: { latest: string; after: DueRow | null; limit: number }): Promise<DueRow[]>
  /**
   * Does all that is due of one row, in its firm. Others may have come first or be at it: it locks the row, looks
   * again, and does each thing once however often it is called.
   */
  carryOut(tx: Tx, id: string): Promise<void>
}
