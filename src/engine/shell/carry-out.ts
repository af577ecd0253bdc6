import type { AccountId, EventId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { Effect, EffectOf } from '../core/model.ts'
import { type Carrying, type DecidedJob, enginePorts } from './ports.ts'

/** The order in which kinds are written: what others refer to first. */
const ORDER = [
  'enter_stage',
  'update_account_tags',
  'create_organizer',
  'create_task',
  'send_email',
  'record_outcome',
] as const satisfies readonly Effect['kind'][]

/** Writes what was decided: the jobs first, then every kind of effect at once. */
export async function carryOut(
  tx: Tx,
  jobs: readonly DecidedJob[],
  effects: readonly Effect[],
  causeId: EventId | null,
): Promise<void> {
  if (effects.length === 0) return
  const { appliers, jobs: store } = enginePorts()
  await store.save(tx, jobs)
  const byKind = Map.groupBy(effects, (effect) => effect.kind)
  const carrying = carryingOf(jobs, causeId)
  for (const kind of ORDER) await apply(kind)

  async function apply<Kind extends Effect['kind']>(kind: Kind): Promise<void> {
    const group = byKind.get(kind) as EffectOf<Kind>[] | undefined
    if (group) await appliers[kind](tx, group, carrying)
  }
}

export function carryingOf(jobs: readonly { state: { accountId: AccountId } }[], causeId: EventId | null): Carrying {
  const known = new Map<string, Promise<unknown>>()
  return {
    causeId,
    entered: new Map(),
    warnings: new Map(),
    accountIds: [...new Set(jobs.map((job) => job.state.accountId))],
    once<Fact>(name: string, read: () => Promise<Fact>) {
      const found = known.get(name) ?? read()
      known.set(name, found)
      return found as Promise<Fact>
    },
  }
}
