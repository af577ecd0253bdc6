import type { State } from './apply.ts'
import { backToActive, enterStatus } from './custom-status.ts'
import type { Effect } from './effect.ts'
import type { Decided } from './enter-stage.ts'
import { enterStage } from './enter-stage.ts'
import { reasonsToStay } from './explain.ts'
import { factsOf } from './facts.ts'
import type { AccountState, ByHand, Catalog, JobState, NewJob, Trigger } from './model.ts'
import { NO_CHOICES } from './model.ts'
import type { PipelineVersion } from './pipeline.ts'
import { NONE, runAutomations } from './run-automations.ts'
import { nextPlace, placeOf, statusOf } from './stages.ts'

export type Decision = Decided | { refused: EntryRefusal }

/** Why a job cannot go where it is asked to (FAIL-13), or cannot be judged: its stage is not in the version. */
export type EntryRefusal = 'account_archived' | 'job_archived' | 'job_completed' | 'stage_missing' | 'status_missing'

/**
 * Decides what follows from a trigger: a stage or custom status is entered and its automations run in order; then, as
 * long as nothing holds the job, it goes on to the next stage that admits it (engine 3.6). Each step is decided on the
 * state as the steps before it leave it. It only moves forward, so it ends. `version` is that of the pipeline in which
 * the job then is: the trigger's own, where it names one.
 */
export function decide(
  job: JobState | NewJob,
  version: PipelineVersion,
  account: AccountState,
  catalog: Catalog,
  trigger: Trigger,
): Decision {
  switch (trigger.kind) {
    case 'enter': {
      const place = placeOf(version, trigger.stageId)
      const refused = refusalOf(job, account)
      if (refused || !place) return { refused: refused ?? 'stage_missing' }
      return advance(
        enterStage({ job, account }, { place, skipped: [], ...trigger }, version, catalog),
        version,
        catalog,
      )
    }
    case 'set_status':
      return setStatus(job, version, account, catalog, trigger)
    case 'items_changed':
      if (job.stageId === null || !placeOf(version, job.stageId)) return { refused: 'stage_missing' }
      return advance({ effects: [], job, account }, version, catalog)
    case 'retry':
      return retry(job, version, account, catalog, trigger)
  }
}

/** Nothing is put into a stage or status while it is put aside (AM-28, FAIL-13). */
function refusalOf(job: JobState | NewJob, account: AccountState): EntryRefusal | null {
  if (account.lifecycle === 'archived') return 'account_archived'
  if (job.lifecycle === 'archived') return 'job_archived'
  return job.lifecycle === 'completed' ? 'job_completed' : null
}

/** Goes on for as long as the job has earned it: out of its custom status (AM-30), then stage by stage (AM-9, AM-36). */
function advance(start: Decided, version: PipelineVersion, catalog: Catalog): Decided {
  let decided = start
  for (let hops = 0; hops <= version.stages.length; hops++) {
    const { job, account } = decided
    if (reasonsToStay(job, version, account).length > 0) break
    const step = job.status
      ? backToActive(job, account, version, 'automove', NOBODY)
      : automove(job, account, version, catalog)
    if (!step) break
    decided = { ...step, effects: [...decided.effects, ...step.effects] }
  }
  return decided
}

function automove(job: JobState, account: AccountState, version: PipelineVersion, catalog: Catalog): Decided | null {
  const next = nextPlace(version, placeOf(version, job.stageId)!, factsOf(job, account, catalog))
  if (!next) return null
  return enterStage({ job, account }, { ...next, ...NOBODY, how: 'automove', status: 'leave' }, version, catalog)
}

/** Automatic moves choose nothing; what a completion rule leaves open stays behind. */
const NOBODY: ByHand = { ...NO_CHOICES, memberId: null, causeId: null }

/** Into a custom status, whose automations run, or back to Active (J-42, J-45); setting it again does nothing. */
function setStatus(
  job: JobState | NewJob,
  version: PipelineVersion,
  account: AccountState,
  catalog: Catalog,
  trigger: Extract<Trigger, { kind: 'set_status' }>,
): Decision {
  const refused = refusalOf(job, account)
  if (refused || job.stageId === null) return { refused: refused ?? 'stage_missing' }
  if (trigger.statusId === (job.status?.id ?? null)) return { effects: [], job, account }
  if (trigger.statusId === null) {
    return advance(backToActive(job, account, version, 'by_hand', trigger), version, catalog)
  }
  const status = statusOf(version, trigger.statusId)
  if (!status) return { refused: 'status_missing' }
  const entered = enterStatus({ job, account }, status, version, catalog, trigger)
  return advance(entered, version, catalog)
}

/** Automations of the current visits that failed run again (D-1); those that did not fail are left alone. */
function retry(
  job: JobState | NewJob,
  version: PipelineVersion,
  account: AccountState,
  catalog: Catalog,
  { automationIds }: Extract<Trigger, { kind: 'retry' }>,
): Decision {
  const refused = refusalOf(job, account)
  const place = placeOf(version, job.stageId)
  if (refused || job.stageId === null || !place) return { refused: refused ?? 'stage_missing' }
  const status = job.status && statusOf(version, job.status.id)
  const visits = [
    { visitId: job.visitId, automations: place.stage.automations },
    ...(job.status && status ? [{ visitId: job.status.visitId, automations: status.automations }] : []),
  ]
  let ran: { effects: Effect[]; state: State<JobState> } = { effects: [], state: { job, account } }
  for (const { visitId, automations } of visits) {
    const again = automations.filter(({ id }) => automationIds.has(id) && job.failed.has(`${visitId}/${id}`))
    const more = runAutomations(again, visitId, ran.state, catalog, NONE)
    ran = { effects: [...ran.effects, ...more.effects], state: more.state }
  }
  return advance({ effects: ran.effects, ...ran.state }, version, catalog)
}
