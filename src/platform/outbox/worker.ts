import type { Job, PgBoss } from 'pg-boss'
import type { SystemActor } from '#kernel/actor.ts'
import type { FirmId } from '#kernel/ids.ts'
import { inFirm, type Tx, type TxSource } from '../db/tx.ts'
import type { Carried, OutboxKind, OutboxPayloads } from './entries.ts'
import { ALIVE_SECONDS, takeOverFromTheDead } from './take-over.ts'

/** One due entry, as its handler sees it. */
export type DueEntry<Kind extends OutboxKind> = {
  id: string
  firmId: FirmId
  payload: OutboxPayloads[Kind]
  attempts: number
}

/**
 * Carries out entries of one kind. It may run more than once for an entry (the process can die between the work and
 * its acknowledgement), so it is written to do nothing twice. Throwing means: try again later.
 */
export type Handler<Kind extends OutboxKind> = (
  entry: DueEntry<Kind>,
  run: <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>,
) => Promise<void>

export type Handlers = { [Kind in OutboxKind]: { handle: Handler<Kind>; atOnce: number } }

export type Worker = {
  start(): Promise<void>
  stop(): Promise<void>
  /** after a commit of this process: looks for work of these kinds now instead of at the next poll */
  poke(kinds: Iterable<OutboxKind>): void
  /** Carries out everything of these kinds (all) that is due now and what follows from it; for tests and measuring. */
  drain(only?: readonly OutboxKind[]): Promise<number>
}

const POLL_SECONDS = 1

export function makeWorker(boss: PgBoss, source: TxSource, handlers: Handlers): Worker {
  const kinds = Object.keys(handlers) as OutboxKind[]
  const workerIds = new Map<OutboxKind, string[]>()
  const carryOut = (kind: OutboxKind, job: Job<Carried>) => handleOne(source, handlers, kind, job.data)
  let stopTakingOver = () => {}

  return {
    async start() {
      stopTakingOver = takeOverFromTheDead(source.server.maintenance)
      for (const kind of kinds) {
        const carriers = Array.from({ length: handlers[kind].atOnce }, () => carryOneByOne(boss, kind, carryOut))
        workerIds.set(kind, await Promise.all(carriers))
      }
    },
    async stop() {
      stopTakingOver()
      for (const kind of workerIds.keys()) await boss.offWork(kind, { wait: true })
      workerIds.clear()
    },
    poke(due) {
      for (const kind of due) for (const id of workerIds.get(kind) ?? []) boss.notifyWorker(id)
    },
    async drain(only = kinds) {
      let carried = 0
      for (let found = true; found; ) {
        found = false
        for (const kind of only) {
          const jobs = await boss.fetch<Carried>(kind, { batchSize: 100 })
          found ||= jobs.length > 0
          for (const job of jobs) {
            await carryOut(kind, job).then(
              () => boss.complete(kind, job.id),
              (error: Error) => boss.fail(kind, job.id, { message: error.message }),
            )
            carried++
          }
        }
      }
      return carried
    },
  }
}

async function handleOne(source: TxSource, handlers: Handlers, kind: OutboxKind, carried: Carried) {
  const actor: SystemActor = { kind: 'system', firmId: carried.firmId, name: 'system' }
  const run = <Result>(work: (tx: Tx) => Promise<Result>) => inFirm(source, actor, work)
  const entry = await run((tx) =>
    tx.db
      .updateTable('outbox_entries')
      .set((eb) => ({ attempts: eb('attempts', '+', 1) }))
      .where('firm_id', '=', carried.firmId)
      .where('id', '=', carried.entryId)
      .where('state', '=', 'waiting')
      .returning(['payload', 'attempts'])
      .executeTakeFirst(),
  )
  if (!entry) return
  const due = { id: carried.entryId, firmId: carried.firmId, payload: entry.payload, attempts: entry.attempts }
  try {
    const handle = handlers[kind].handle as Handler<OutboxKind>
    await handle(due as unknown as DueEntry<OutboxKind>, run)
    await run((tx) => settle(tx, carried.entryId, null))
  } catch (error) {
    source.server.log.error(
      { err: error, kind, entry: carried.entryId },
      'an outbox entry could not be carried out; it is tried again',
    )
    await run((tx) => settle(tx, carried.entryId, String((error as Error).message)))
    throw error
  }
}

async function settle(tx: Tx, entryId: string, error: string | null): Promise<void> {
  await tx.db
    .updateTable('outbox_entries')
    .set(error === null ? { state: 'done', settled_at: tx.now, error: null } : { error })
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', entryId)
    .execute()
}

/**
 * Takes entries one at a time, so that a failure is its own, and after each the next at once: the poll is for what other
 * processes left. Answers the id that `notifyWorker` wakes.
 */
async function carryOneByOne(
  boss: PgBoss,
  kind: OutboxKind,
  carryOut: (kind: OutboxKind, job: Job<Carried>) => Promise<void>,
): Promise<string> {
  const options = { batchSize: 1, pollingIntervalSeconds: POLL_SECONDS, heartbeatRefreshSeconds: ALIVE_SECONDS }
  const id: string = await boss.work<Carried>(kind, options, async ([job]) => {
    try {
      await carryOut(kind, job!)
    } finally {
      boss.notifyWorker(id)
    }
  })
  return id
}
