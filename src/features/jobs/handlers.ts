import { newId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { isAway, mayRunAgain } from '#platform/http/problem.ts'
import type { Handler } from '#platform/outbox/worker.ts'
import { finishAct, type Settled, tellProgress } from './bulk-store.ts'
import { carryOnWithBulk, giveUpOn } from './carry-on.ts'

declare module '#platform/outbox/entries.ts' {
  interface OutboxPayloads {
    /** a stored bulk act: carry on until none of its items waits */
    bulk: { bulkId: string }
  }
}

/** The first chunk is small and alone, so that the first jobs show at once; later ones are sized to about 150 ms each. */
const FIRST_CHUNK = 10
const SMALL_CHUNK = 50
const LARGEST_CHUNK = 500
const GROWTH = 4
const AIM_MS = 150
/** While PostgreSQL writes one chunk, another one is decided. */
const LANES = 2

type Run = <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>

/**
 * Carries out a bulk act chunk by chunk, each one transaction; a chunk that fails is halved until the culprit stands
 * alone and is given up with its error's id, so that the others go through (FAIL-15).
 */
export const handleBulk: Handler<'bulk'> = async ({ payload: { bulkId } }, run) => {
  do {
    const begun = Promise.withResolvers<void>()
    const first = oneLane(run, bulkId, begun.resolve).finally(begun.resolve)
    const others = Array.from({ length: LANES - 1 }, () => begun.promise.then(() => oneLane(run, bulkId, () => {})))
    const lanes = await Promise.allSettled([first, ...others])
    for (const lane of lanes) if (lane.status === 'rejected') throw lane.reason
  } while (!(await run((tx) => finishAct(tx, bulkId))))
}

/** `moved` hears of every chunk that is carried out. */
async function oneLane(run: Run, bulkId: string, moved: () => void): Promise<void> {
  let size = FIRST_CHUNK
  for (;;) {
    const began = performance.now()
    const chunk = await tryChunk(run, bulkId, size)
    if (chunk === 'again') continue
    if (chunk === 'halve') {
      size = Math.max(1, Math.floor(size / 2))
      continue
    }
    if (chunk.length === 0) return
    moved()
    await run((tx) => tellProgress(tx, bulkId, chunk))
    const perItem = (performance.now() - began) / chunk.length
    size = Math.min(LARGEST_CHUNK, size * GROWTH, Math.max(SMALL_CHUNK, Math.round(AIM_MS / perItem)))
  }
}

async function tryChunk(run: Run, bulkId: string, size: number): Promise<Settled[] | 'again' | 'halve'> {
  let log: Tx['server']['log'] | undefined
  let ordinals: number[] = []
  try {
    return await run((tx) => {
      log = tx.server.log
      return carryOnWithBulk(tx, bulkId, size, (items) => {
        ordinals = items.map((item) => item.ordinal)
      })
    })
  } catch (error) {
    if (isAway(error)) throw error // the entry is tried again later
    if (mayRunAgain(error)) return 'again'
    if (ordinals.length > 1) return 'halve'
    if (ordinals.length === 0) throw error
    const errorId = newId()
    log?.error({ err: error, errorId, bulkId }, 'one item of a bulk act could not be carried out')
    return run((tx) => giveUpOn(tx, bulkId, ordinals[0]!, errorId))
  }
}
