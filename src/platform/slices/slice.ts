import type { Contract } from '#kernel/contract.ts'
import type { Routes } from '../http/call.ts'
import type { AnyRoute } from '../http/mount.ts'
import type { OutboxKind } from '../outbox/entries.ts'
import type { Handler } from '../outbox/worker.ts'
import type { Sweep } from '../sweeps/sweep.ts'

/** What a slice brings to the whole: its endpoints with their routes, the handlers of its outbox entries, its sweeps. */
export type Slice = {
  name: string
  contract: Contract
  routes: Record<string, AnyRoute>
  handlers: Partial<{ [Kind in OutboxKind]: { handle: Handler<Kind>; atOnce: number } }>
  sweeps: readonly Sweep[]
}

/** Describes a slice; every endpoint of its contract has exactly one route, or this does not compile. */
export function slice<const C extends Contract>(it: {
  name: string
  contract: C
  routes: Routes<C>
  handlers?: Slice['handlers']
  sweeps?: Slice['sweeps']
}): Slice {
  return {
    name: it.name,
    contract: it.contract,
    routes: it.routes as unknown as Slice['routes'],
    handlers: it.handlers ?? {},
    sweeps: it.sweeps ?? [],
  }
}
