import { setTimeout as sleep } from 'node:timers/promises'
import type { Postmaster } from './postmaster.ts'

const PAUSE_MS = 200

/**
 * A server that is started again whenever it ends without being asked: by a crash, a full disk, somebody's hand, also
 * while it recovers from the last time. The app stays up meanwhile and answers that the database is away.
 */
export function keepServing(first: Postmaster, start: () => Promise<Postmaster>): Omit<Postmaster, 'ended'> {
  let server = first
  let isWanted = true
  const watching = watch()

  async function watch(): Promise<void> {
    for (;;) {
      await server.ended
      const next = await again()
      if (!next) return
      server = next
    }
  }

  async function again(): Promise<Postmaster | undefined> {
    for (; isWanted; await sleep(PAUSE_MS)) {
      const started = await start().catch(() => undefined) // the log of the server says why; it is tried again
      if (started && isWanted) return started
      await started?.stop()
    }
    return undefined
  }

  return {
    async stop() {
      isWanted = false
      await server.stop()
      await watching
    },
    dismiss() {
      isWanted = false
      server.dismiss()
    },
  }
}
