import type { Tx } from '#platform/db/tx.ts'
import type { TestFirm } from './firm-in.ts'

/** How many statements a command asks, beside those that open and end its transaction or parts of it. */
export async function statementsOf(firm: TestFirm, command: (tx: Tx) => Promise<unknown>): Promise<number> {
  let count = 0
  await firm.run((tx) => {
    const db = tx.db.withPlugin({
      transformQuery: ({ node }) => {
        count++
        return node
      },
      transformResult: async ({ result }) => result,
    })
    return command({ ...tx, db })
  })
  return count
}
