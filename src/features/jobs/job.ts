import { sql } from 'kysely'
import type { Outcome, Reason } from '#engine/core/effect.ts'
import { explain, itemsWaitedFor } from '#engine/core/explain.ts'
import type { JobState } from '#engine/core/model.ts'
import type { PipelineVersion } from '#engine/core/pipeline.ts'
import { placeOf, statusOf } from '#engine/core/stages.ts'
import { withHistory } from '#engine/shell/load-world.ts'
import { enginePorts, type ItemDetail } from '#engine/shell/ports.ts'
import type { JobId, StageId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newestVersions } from '../pipelines/index.ts'
import { listCards } from './cards.ts'
import { describeAutomation, loadNames, type Names, templateName } from './describe-automations.ts'
import { earlierFailures } from './earlier-failures.ts'
import { jobFields, recentJobs } from './job-fields.ts'
import { linkedJobs } from './linked-jobs.ts'
import { loadJobs } from './load-jobs.ts'
import type { Job } from './schemas.ts'

/** One job as its drawer shows it: where it is, why it is not moving, what hangs from it (B-3). */
export async function loadJob(tx: Tx, id: JobId): Promise<Job> {
  const [state] = await loadJobs(tx, [id])
  const version = state && (await newestVersions(tx, [state.pipelineId])).get(state.pipelineId)
  if (!state || !version) throw new Refusal('not_found')
  const [card] = (await listCards(tx, sql<boolean>`j.id = ${id}`, [version], { sort: 'account_name', limit: 1 })).items
  if (!card) throw new Refusal('not_found')
  const items = await itemsOf(tx, id)
  const waitedFor = new Set(itemsWaitedFor({ ...state, items }, version).map((item) => item.id))
  const names = await loadNames(tx, [version])
  const { advanceWaiting, createdAt, completedAt, stageDueAt, ...fields } = await jobFields(tx, id)
  return {
    ...card,
    ...fields,
    createdAt: createdAt.toISOString(),
    completedAt: completedAt?.toISOString() ?? null,
    stageDueAt: stageDueAt?.toISOString() ?? null,
    linkedJobs: await linkedJobs(tx, id),
    recent: await recentJobs(tx, id, state.accountId),
    stages: await stagePath(tx, id, version),
    explanation: await explanationOf(tx, { ...state, items }, version, items, waitedFor, advanceWaiting),
    items: items.map((item) => itemShown(item, state, waitedFor)),
    outcomes: await outcomesOf(tx, state, version, names),
    earlierFailures: await earlierFailures(tx, id, currentVisits(state)),
    statuses: statusesOf(state, version, names),
  }
}

function statusesOf({ status: current }: JobState, { statuses }: PipelineVersion, names: Names): Job['statuses'] {
  return statuses.map(({ id, name, color, automations }) => {
    const isSet = current?.id === id
    return { id, name, color, isSet, automations: automations.map((each) => describeAutomation(each, names)) }
  })
}

function itemShown(item: ItemDetail, job: JobState, waitedFor: ReadonlySet<string>): Job['items'][number] {
  const { kind, id, name, state, actor, who, progress } = item
  const ofStatus = item.visitId !== null && item.visitId === job.status?.visitId
  const current = ofStatus || item.visitId === job.visitId
  return {
    kind,
    id,
    name,
    state,
    actor,
    who,
    progress,
    current,
    ofStatus,
    holds: current && state === 'pending' && waitedFor.has(id),
    since: item.since.toISOString(),
    doneAt: item.doneAt?.toISOString() ?? null,
  }
}

export async function itemsOf(tx: Tx, id: JobId): Promise<ItemDetail[]> {
  const found = []
  for (const { describe } of Object.values(enginePorts().items)) found.push(...(await describe(tx, id)))
  return found.sort((a, b) => a.since.getTime() - b.since.getTime() || a.name.localeCompare(b.name))
}

async function explanationOf(
  tx: Tx,
  state: JobState,
  version: PipelineVersion,
  items: readonly ItemDetail[],
  waitedFor: ReadonlySet<string>,
  advanceWaiting: boolean,
): Promise<Job['explanation']> {
  const account = (await enginePorts().accounts.load(tx, [state.accountId])).get(state.accountId)
  if (!account) throw new Refusal('not_found')
  const known = { tagIds: await enginePorts().loadTagIds(tx), roleIds: await enginePorts().loadRoleIds(tx) }
  const [remembered] = await withHistory(tx, [state], [version])
  const { moves, reasons, suffices, next } = explain(remembered!, version, account, known)
  const stageName = (stageId: StageId) => version.stages.find((stage) => stage.id === stageId)?.name ?? ''
  return {
    moves,
    reasons: told(reasons, advanceWaiting).map((reason) => ({
      code: reason.code,
      item:
        reason.code === 'item_pending'
          ? itemShown(items.find((it) => it.id === reason.item.id)!, state, waitedFor)
          : null,
      done: reason.code === 'too_few_done' ? reason.done : null,
      needed: reason.code === 'too_few_done' ? reason.needed : null,
      status: reason.code === 'custom_status' ? (statusOf(version, reason.statusId)?.name ?? '') : null,
      automove: reason.code === 'custom_status' ? reason.automove : null,
    })),
    suffices,
    next: next && {
      stageId: next.stageId,
      stage: stageName(next.stageId),
      skipped: next.skipped.map((it) => ({ ...it, stage: stageName(it.stageId) })),
    },
  }
}

/** A move that is being tried again is said instead of that it is earned (D-15). */
function told(reasons: readonly Reason[], advanceWaiting: boolean): Reason[] {
  if (!advanceWaiting) return [...reasons]
  return [{ code: 'waiting_for_advance' }, ...reasons.filter(({ code }) => code !== 'move_earned')]
}

async function stagePath(tx: Tx, id: JobId, version: PipelineVersion): Promise<Job['stages']> {
  const { rows } = await sql<{ stage_id: string; visits: number; entered_at: Date }>`
    select stage_id, count(*)::int as visits, max(entered_at) as entered_at from visits
    where firm_id = ${tx.firmId} and job_id = ${id} and status_id is null group by stage_id`.execute(tx.db)
  const visits = new Map(rows.map((row) => [row.stage_id, row]))
  return version.stages.map(({ id: stageId, name, condition }) => {
    const seen = visits.get(stageId)
    return {
      id: stageId,
      name,
      condition,
      visits: seen?.visits ?? 0,
      enteredAt: seen?.entered_at.toISOString() ?? null,
    }
  })
}

function currentVisits({ visitId, status }: JobState): string[] {
  return [visitId, ...(status ? [status.visitId] : [])]
}

/** What the automations of the current visit came to, in their order. */
async function outcomesOf(tx: Tx, state: JobState, version: PipelineVersion, names: Names): Promise<Job['outcomes']> {
  const rows = await tx.db
    .selectFrom('automation_outcomes')
    .select(['automation_id', 'kind', 'result', 'reason', 'warnings', 'created_id'])
    .where('firm_id', '=', tx.firmId)
    .where('visit_id', 'in', currentVisits(state))
    .execute()
  const places = [placeOf(version, state.stageId)?.stage, state.status && statusOf(version, state.status.id)]
  const automations = places.flatMap((place) => place?.automations ?? [])
  const order = new Map(automations.map((automation, index) => [automation.id as string, { automation, index }]))
  const indexOf = (id: string) => order.get(id)?.index ?? Number.MAX_SAFE_INTEGER
  return rows
    .sort((a, b) => indexOf(a.automation_id) - indexOf(b.automation_id))
    .map((row) => {
      const automation = order.get(row.automation_id)?.automation
      return {
        automationId: row.automation_id,
        kind: row.kind as Outcome['kind'],
        result: row.result,
        reason: row.reason,
        warnings: row.warnings,
        createdId: row.created_id,
        templateName: templateName(automation, names),
      }
    })
}
