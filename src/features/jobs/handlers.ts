import { newId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { isAway, mayRunAgain } from '#platform/http/problem.ts'
import type { Handler } from '#platform/outbox/worker.ts'
import {
  type BulkItem,
  beginNextItem,
  claimItem,
  claimItems,
  finishAct,
  type Settled,
  tellProgress,
} from './bulk-store.ts'
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

/** Whoever has begun so often was stopped in the middle as often: what stops it is looked for item by item. */
const TRUSTED_ATTEMPTS = 3
const TRIES = 2

type Run = <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>

/** Carries out a bulk act: what fails is told for each item, and all others go through (FAIL-15). */
export const handleBulk: Handler<'bulk'> = async ({ payload: { bulkId }, attempts }, run) => {
  const carryOn = attempts > TRUSTED_ATTEMPTS ? oneByOne : inLanes
  do await carryOn(run, bulkId)
  while (!(await run((tx) => finishAct(tx, bulkId))))
}

/** Chunk by chunk, each one transaction; one that fails is halved until the culprit stands alone and is given up. */
async function inLanes(run: Run, bulkId: string): Promise<void> {
  const begun = Promise.withResolvers<void>()
  const first = oneLane(run, bulkId, begun.resolve).finally(begun.resolve)
  const others = Array.from({ length: LANES - 1 }, () => begun.promise.then(() => oneLane(run, bulkId, () => {})))
  const lanes = await Promise.allSettled([first, ...others])
  for (const lane of lanes) if (lane.status === 'rejected') throw lane.reason
}

/** `moved` hears of every chunk that is carried out. */
async function oneLane(run: Run, bulkId: string, moved: () => void): Promise<void> {
  let size = FIRST_CHUNK
  for (;;) {
    const began = performance.now()
    const chunk = await tryChunk(run, bulkId, (tx) => claimItems(tx, bulkId, size))
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

/** One item at a time, each marked before: one with which the server stopped twice is not carried out again. */
async function oneByOne(run: Run, bulkId: string): Promise<void> {
  for (;;) {
    const next = await run((tx) => beginNextItem(tx, bulkId))
    if (!next) return
    const settled =
      next.triedBefore < TRIES ? await tryOne(run, bulkId, next.ordinal) : await passOver(run, bulkId, next.ordinal)
    await run((tx) => tellProgress(tx, bulkId, settled))
  }
}

async function tryOne(run: Run, bulkId: string, ordinal: number): Promise<Settled[]> {
  for (;;) {
    const settled = await tryChunk(run, bulkId, (tx) => claimItem(tx, bulkId, ordinal))
    if (typeof settled !== 'string') return settled
  }
}

function passOver(run: Run, bulkId: string, ordinal: number): Promise<Settled[]> {
  return run((tx) => {
    tx.server.log.error({ bulkId, ordinal }, 'the server stopped twice while it carried out an item of a bulk act')
    return giveUpOn(tx, bulkId, ordinal, { code: 'stopped_server' })
  })
}

async function tryChunk(
  run: Run,
  bulkId: string,
  claim: (tx: Tx) => Promise<BulkItem[]>,
): Promise<Settled[] | 'again' | 'halve'> {
  let log: Tx['server']['log'] | undefined
  let claimed: BulkItem[] = []
  const claimAndRemember = async (tx: Tx) => {
    claimed = await claim(tx)
    return claimed
  }
  try {
    return await run((tx) => {
      log = tx.server.log
      return carryOnWithBulk(tx, bulkId, claimAndRemember)
    })
  } catch (error) {
    if (isAway(error)) throw error // the entry is tried again later
    if (mayRunAgain(error)) return 'again'
    const [first, ...others] = claimed
    if (others.length > 0) return 'halve'
    if (!first) throw error
    const errorId = newId()
    log?.error({ err: error, errorId, bulkId }, 'one item of a bulk act could not be carried out')
    return run((tx) => giveUpOn(tx, bulkId, first.ordinal, { code: 'error', errorId }))
  }
}
