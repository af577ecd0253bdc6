import type { AccountId, EventId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { Effect, EffectOf } from '../core/effect.ts'
import type { ItemKind } from '../core/model.ts'
import { type Carrying, type DecidedJob, enginePorts } from './ports.ts'

/** The order in which kinds are written: what others refer to first. */
const ORDER = [
  'enter_stage',
  'enter_status',
  'leave_status',
  'resolve_item',
  'carry_items',
  'update_account_tags',
  'update_account_access',
  'update_job_assignees',
  'update_client_status',
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
  await enginePorts().jobs.save(tx, jobs)
  const byKind = Map.groupBy(effects, (effect) => effect.kind)
  const carrying = carryingOf(jobs, causeId)
  for (const kind of ORDER) await apply(kind)

  async function apply<Kind extends Effect['kind']>(kind: Kind): Promise<void> {
    const group = byKind.get(kind) as EffectOf<Kind>[] | undefined
    if (!group) return
    if (kind === 'carry_items') await carryItems(tx, group as EffectOf<'carry_items'>[])
    else if (kind === 'resolve_item') await resolveItems(tx, group as EffectOf<'resolve_item'>[])
    else await applierOf(kind)(tx, group, carrying)
  }
}

type Applied = Exclude<Effect['kind'], 'carry_items' | 'resolve_item'>

/** One applier per kind; `kind` is none of those that go item by item. */
function applierOf<Kind extends Effect['kind']>(kind: Kind) {
  const applier: unknown = enginePorts().appliers[kind as Applied]
  return applier as (tx: Tx, effects: EffectOf<Kind>[], carrying: Carrying) => Promise<void>
}

/** Every kind of item is carried by the slice that owns it. */
async function carryItems(tx: Tx, effects: readonly EffectOf<'carry_items'>[]): Promise<void> {
  const links = effects.flatMap(({ jobId, visitId, items }) =>
    items.map(({ kind, id }) => ({ kind, link: { jobId, itemId: id, visitId } })),
  )
  for (const [kind, group] of Map.groupBy(links, (it) => it.kind)) {
    const newest = new Map(group.map(({ link }) => [`${link.jobId}/${link.itemId}`, link]))
    await enginePorts().items[kind].carry(tx, [...newest.values()])
  }
}

async function resolveItems(tx: Tx, effects: readonly EffectOf<'resolve_item'>[]): Promise<void> {
  const byKind = Map.groupBy(effects, (effect): ItemKind => effect.item.kind)
  for (const [kind, group] of byKind) await enginePorts().items[kind].resolve(tx, group)
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
