import { type EventId, newId } from '#kernel/ids.ts'
import type { Handler } from '#platform/outbox/worker.ts'
import type { ImportId } from './contract.ts'
import { runImport } from './run-import.ts'

/** Carries out a started import; what takes longer than an entry may take is left as a further entry. */
export const importEntry: Handler<'import'> = async ({ payload }, run) => {
  const key = { importId: payload.importId as ImportId, causeId: payload.causeId as EventId | null }
  const isOver = await runImport(run, key)
  if (!isOver) await run(async (tx) => tx.enqueue({ id: newId(), kind: 'import', payload }))
}
