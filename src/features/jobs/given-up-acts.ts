import { givenUpEntries, settleGivenUp } from '#platform/outbox/given-up.ts'
import type { Sweep } from '#platform/sweeps/sweep.ts'
import { failWaitingItems, finishAct } from './bulk-store.ts'

/** Ends acts that nobody carries on with: what waits was not done, and says so, instead of waiting for ever (FAIL-15). */
export const givenUpActsSweep: Sweep = {
  name: 'bulk acts given up',
  find: (maintenance, asked) => givenUpEntries(maintenance, 'bulk', asked),
  async carryOut(tx, id) {
    if (!(await settleGivenUp(tx, id))) return
    await failWaitingItems(tx, id, { code: 'not_done' })
    await finishAct(tx, id)
  },
}
