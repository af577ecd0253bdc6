import { decide } from '#engine/core/decide.ts'
import type { Effect, EffectOf } from '#engine/core/effect.ts'
import { itemsOf } from '#engine/core/explain.ts'
import { type JobState, type LinkedItem, NO_CHOICES } from '#engine/core/model.ts'
import type { PipelineVersion } from '#engine/core/pipeline.ts'
import { placeOf } from '#engine/core/stages.ts'
import { loadWorld, withHistory, withItems } from '#engine/shell/load-world.ts'
import type { BodyOf } from '#kernel/contract.ts'
import type { AccountId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { visibleVersion } from './board.ts'
import type { bulkContract } from './bulk-contract.ts'
import { onlyPipeline } from './bulk-moves.ts'
import type { StagePreview } from './bulk-schemas.ts'
import { describeAutomation, loadNames } from './describe-automations.ts'
import { loadJobs } from './load-jobs.ts'
import { requireStage, tagsRefusal } from './move-job.ts'
import { clientsOf, type Foreseen, groupsOf, type Namer, namerOf } from './preview-groups.ts'
import { selectedJobs } from './selected-jobs.ts'

const CHUNK = 2000
const ITEMS = 100
const NAMES = 5

/**
 * Decides the move of each of these jobs as it would be decided, and carries nothing out: the very
 * decision, so that the panel's numbers are what happens.
 */
export async function previewStage(tx: Tx, body: BodyOf<typeof bulkContract.previewStage>): Promise<StagePreview> {
  const selected = await selectedJobs(tx, body)
  const pipelineId = body.pipelineId ?? onlyPipeline(selected)
  const version = await visibleVersion(tx, pipelineId)
  const stage = requireStage(version, body.stageId)
  const foreseen: Foreseen[] = []
  for (let from = 0; from < selected.length; from += CHUNK) {
    const ids = selected.slice(from, from + CHUNK).map((job) => job.id)
    const going = (await loadJobs(tx, ids)).filter((job) => job.stageId !== stage.id)
    for (const each of await foresee(tx, going, version, body)) foreseen.push(each)
  }
  const order = new Map(selected.map((job, at) => [job.id, at]))
  foreseen.sort((one, other) => order.get(one.job.id)! - order.get(other.job.id)!)
  const moving = foreseen.filter((it) => it.refused === null)
  const items = moving.flatMap(({ job }) => pendingOf(job).map((item) => ({ item, job })))
  const name = await namerOf(
    tx,
    foreseen.map(({ account }) => account.id),
  )
  return {
    pipelineId,
    pipeline: version.name,
    stageId: stage.id,
    stage: stage.name,
    refusal: tagsRefusal(tx, stage),
    moving: moving.length,
    names: moving.slice(0, NAMES).map(({ account }) => name(account.id)),
    alreadyThere: selected.length - foreseen.length,
    refused: groupsOf(
      foreseen.flatMap(({ refused, account }) => (refused ? [{ code: refused, account }] : [])),
      name,
    ),
    onward: moving.filter(({ effects }) => entriesOf(effects) > 1).length,
    automations: await automationsOf(tx, stage, version, moving, name),
    pending: {
      total: items.length,
      otherwise: stage.automove && !placeOf(version, stage.id)!.isLast ? 'carry' : 'leave',
      kinds: [...Map.groupBy(items, ({ item }) => item.kind)].map(([kind, group]) => ({ kind, count: group.length })),
      items: items.slice(0, ITEMS).map(({ item: { id, kind, name: called, actor }, job }) => {
        return { id, kind, name: called, actor, jobId: job.id, accountName: name(job.accountId) }
      }),
    },
    clients: await clientsOf(tx, moving, name),
  }
}

/** Job by job in id order, each on the account as the ones before would leave it. */
async function foresee(
  tx: Tx,
  given: readonly JobState[],
  version: PipelineVersion,
  { stageId, deselectedAutomationIds, shown }: BodyOf<typeof bulkContract.previewStage>,
): Promise<Foreseen[]> {
  const { accounts, catalog } = await loadWorld(tx, given, new Map([[version.pipelineId, version]]))
  const jobs = await withHistory(tx, await withItems(tx, given), [version])
  return jobs.flatMap((job): Foreseen[] => {
    const account = accounts.get(job.accountId)
    if (!account) return []
    const decision = decide(job, version, account, catalog, {
      ...NO_CHOICES,
      kind: 'enter',
      how: 'moved_by_hand',
      pipelineId: version.pipelineId,
      stageId,
      status: 'leave',
      deselected: new Set(deselectedAutomationIds),
      shown: new Map(shown.map(({ automationId, visible }) => [automationId, visible])),
      memberId: null,
      causeId: null,
    })
    if ('refused' in decision) return [{ job, account, effects: [], refused: decision.refused }]
    accounts.set(job.accountId as AccountId, decision.account)
    return [{ job, account, effects: decision.effects, refused: null }]
  })
}

function pendingOf(job: JobState): LinkedItem[] {
  const visits = [job.visitId, ...(job.status ? [job.status.visitId] : [])]
  return visits.flatMap((visitId) => itemsOf(job, visitId)).filter((item) => item.state === 'pending')
}

/** The stage's automations, each with the number of jobs it runs for, and why not for the others. */
async function automationsOf(
  tx: Tx,
  stage: PipelineVersion['stages'][number],
  version: PipelineVersion,
  moving: readonly Foreseen[],
  name: Namer,
): Promise<StagePreview['automations']> {
  const names = await loadNames(tx, [version])
  const outcomes = moving.flatMap(({ effects, account }) => firstOutcomes(effects).map((it) => ({ ...it, account })))
  const byAutomation = Map.groupBy(outcomes, ({ outcome }) => outcome.automationId as string)
  return stage.automations.map((automation) => {
    const mine = byAutomation.get(automation.id) ?? []
    const held = mine.filter(({ outcome }) => outcome.result !== 'done')
    const others = groupsOf(
      held.map(({ outcome, account }) => ({ code: outcome.reason?.code ?? '', account })),
      name,
    )
    return { ...describeAutomation(automation, names), runs: mine.length - held.length, others }
  })
}

/** What the automations of the stage itself come to, not those of stages that the job goes on to. */
function firstOutcomes(effects: readonly Effect[]): EffectOf<'record_outcome'>[] {
  const entry = effects.find((effect) => effect.kind === 'enter_stage')
  return effects.filter(
    (effect) => effect.kind === 'record_outcome' && effect.visitId === entry?.visitId,
  ) as EffectOf<'record_outcome'>[]
}

function entriesOf(effects: readonly Effect[]): number {
  return effects.filter((effect) => effect.kind === 'enter_stage').length
}
