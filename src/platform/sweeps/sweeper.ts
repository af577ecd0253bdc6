import type { SystemActor } from '#kernel/actor.ts'
import { today } from '#kernel/dates.ts'
import { inFirm, type TxSource } from '../db/tx.ts'
import type { DueRow, Sweep } from './sweep.ts'

export type Sweeper = {
  /** looks at once, then every minute */
  start(): void
  stop(): Promise<void>
  /** Does everything that is due now; answers how many rows. What fails is logged and tried again next time. */
  sweep(): Promise<number>
}

const EVERY_MS = 60_000
const AT_ONCE = 500

/**
 * Finds what is due by the clock across all firms and does it firm by firm. Several processes may sweep at once: rows
 * are locked and looked at again before anything is done.
 */
export function makeSweeper(source: TxSource, sweeps: readonly Sweep[]): Sweeper {
  let isGoing = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<unknown> = Promise.resolve()
  const sweep = async () => {
    let done = 0
    for (const one of sweeps) done += await sweepOne(source, one)
    return done
  }
  const round = () => {
    running = sweep()
      .catch((err: unknown) => source.server.log.error({ err }, 'what is due could not be found; tried again'))
      .finally(() => {
        if (isGoing) timer = setTimeout(round, EVERY_MS)
      })
  }
  return {
    start() {
      isGoing = true
      round()
    },
    async stop() {
      isGoing = false
      clearTimeout(timer)
      await running
    },
    sweep,
  }
}

/** One pass over all firms; a row that fails keeps nobody else waiting. */
async function sweepOne(source: TxSource, sweep: Sweep): Promise<number> {
  const now = source.now()
  const latest = today(now, FIRST_ZONE)
  let done = 0
  let after: DueRow | null = null
  for (;;) {
    const found: DueRow[] = await sweep.find(source.server.maintenance, { latest, after, limit: AT_ONCE })
    for (const row of found) if (row.dueOn <= today(now, row.timeZone) && (await carryOut(source, sweep, row))) done++
    if (found.length < AT_ONCE) return done
    after = found.at(-1)!
  }
}

/** Where every day begins first. */
const FIRST_ZONE = 'Pacific/Kiritimati'

async function carryOut(source: TxSource, sweep: Sweep, { firmId, id }: DueRow): Promise<boolean> {
  const actor: SystemActor = { kind: 'system', firmId, name: 'system' }
  try {
    await inFirm(source, actor, (tx) => sweep.carryOut(tx, id))
    return true
  } catch (err) {
    source.server.log.error({ err, sweep: sweep.name, id }, 'what is due could not be done; it is tried again')
    return false
  }
}
