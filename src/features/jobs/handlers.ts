import { newId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { isAway, mayRunAgain } from '#platform/http/problem.ts'
import type { Handler } from '#platform/outbox/worker.ts'
import { carryOnWithBulk, failNextItem } from './carry-on.ts'

declare module '#platform/outbox/entries.ts' {
  interface OutboxPayloads {
    /** a stored bulk act: carry on until none of its items waits */
    bulk: { bulkId: string }
  }
}

/** The first chunk is small, so that the first jobs show at once; later ones are sized to about 100 ms each. */
const FIRST_CHUNK = 50
const LARGEST_CHUNK = 1000
const AIM_MS = 100

/**
 * Carries out a bulk act chunk by chunk, each one transaction; a chunk that fails is halved until the culprit stands
 * alone and is given up with its error's id, so that the others go through (FAIL-15).
 */
export const handleBulk: Handler<'bulk'> = async (entry, run) => {
  const { bulkId } = entry.payload
  let size = FIRST_CHUNK
  for (;;) {
    const began = performance.now()
    const done = await tryChunk(run, bulkId, size)
    if (done === 'again') continue
    if (done === 'failed') {
      size = Math.max(1, Math.floor(size / 2))
      continue
    }
    if (done === 0) return
    const perItem = (performance.now() - began) / done
    size = Math.min(LARGEST_CHUNK, Math.max(1, size * 2, 1), Math.max(FIRST_CHUNK, Math.round(AIM_MS / perItem)))
  }
}

async function tryChunk(
  run: <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>,
  bulkId: string,
  size: number,
): Promise<number | 'failed' | 'again'> {
  let log: Tx['server']['log'] | null = null
  try {
    return await run((tx) => {
      log = tx.server.log
      return carryOnWithBulk(tx, bulkId, size)
    })
  } catch (error) {
    if (log === null || isAway(error)) throw error // the entry is tried again later
    if (mayRunAgain(error)) return 'again'
    if (size > 1) return 'failed'
    const errorId = newId()
    ;(log as Tx['server']['log']).error(
      { err: error, errorId, bulkId },
      'one item of a bulk act could not be carried out',
    )
    await run((tx) => failNextItem(tx, bulkId, errorId))
    return 1
  }
}
