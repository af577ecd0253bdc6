import type { JobId, VisitId } from '#kernel/ids.ts'
import type { Effect } from './effect.ts'
import { itemsOf } from './explain.ts'
import type { ItemChoice, JobState, LinkedItem, NewJob, PendingChoices } from './model.ts'
import { RESOLUTIONS } from './model.ts'

/** What becomes of the items that a job leaves pending (A-33, A-34, D-6). */
export type Parting = {
  /** comes before the move */
  resolved: Effect[]
  /** comes after it */
  carried: (toVisitId: VisitId) => Effect[]
  leftBehind: Pick<LinkedItem, 'kind' | 'id' | 'name'>[]
}

/** Sorts what is pending in the visits that end; `otherwise` is for items that nobody chose for. */
export function partWith(
  job: JobState | NewJob,
  visitIds: readonly VisitId[],
  choices: PendingChoices,
  otherwise: 'carry' | 'leave',
): Parting {
  const pending = visitIds.flatMap((visitId) => itemsOf(job, visitId)).filter((item) => item.state === 'pending')
  const chosen = Map.groupBy(pending, (item) => choiceFor(item, choices, otherwise))
  const resolutions = [...chosen].flatMap(([how, items]) => (how === 'carry' || how === 'leave' ? [] : { how, items }))
  return {
    resolved: resolutions.flatMap(({ how, items }) =>
      items.map(({ kind, id, name }): Effect => {
        return { kind: 'resolve_item', jobId: job.id, accountId: job.accountId, item: { kind, id, name }, how }
      }),
    ),
    carried: (toVisitId) => carry(job.id, chosen.get('carry') ?? [], toVisitId),
    leftBehind: (chosen.get('leave') ?? []).map(({ kind, id, name }) => ({ kind, id, name })),
  }
}

/** A resolution that an item's kind does not know is as good as no choice. */
function choiceFor(item: LinkedItem, { byItem, byKind }: PendingChoices, otherwise: ItemChoice): ItemChoice {
  const chosen = byItem.get(item.id) ?? byKind[item.kind] ?? otherwise
  const known: readonly string[] = ['carry', 'leave', ...RESOLUTIONS[item.kind]]
  return known.includes(chosen) ? chosen : otherwise
}

function carry(jobId: JobId, items: readonly LinkedItem[], visitId: VisitId): Effect[] {
  if (items.length === 0) return []
  return [{ kind: 'carry_items', jobId, visitId, items: items.map(({ kind, id }) => ({ kind, id })) }]
}
