import type { AutomationId } from '#kernel/ids.ts'
import { derivedId } from '#kernel/ids.ts'
import type { State } from './apply.ts'
import { apply, enter } from './apply.ts'
import { reasonsToStay } from './explain.ts'
import type { Act } from './judge.ts'
import { judge } from './judge.ts'
import type {
  AccountState,
  Automation,
  Catalog,
  CreatedBy,
  Effect,
  EffectOf,
  JobState,
  NewJob,
  PipelineVersion,
  Trigger,
} from './model.ts'
import type { Place, SkippedStage } from './stages.ts'
import { factsOf, nextPlace, placeOf } from './stages.ts'

export type Decision = Decided | { refused: EntryRefusal }

/** What follows, in order, and the job and the account as it leaves them; no effects: nothing changes. */
export type Decided = { effects: Effect[]; job: JobState; account: AccountState }

/** Why a job cannot enter the stage asked for (FAIL-13), or cannot be judged: its stage is not in the version. */
export type EntryRefusal = 'account_archived' | 'job_archived' | 'stage_missing'

/**
 * Decides what follows from a trigger: the stage is entered and its automations run in order; then, as long as nothing
 * holds the job, it goes on to the next stage that admits it (engine 3.6). Each step is decided on the state as the
 * steps before it leave it. It only moves forward, so it ends.
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
      const refused = refusalOf(job, account, place)
      if (refused || !place) return { refused: refused ?? 'stage_missing' }
      const entry: Entry = { place, how: trigger.how, skipped: [], deselected: trigger.deselected }
      return advance(enterStage(job, account, entry, version, catalog), version, catalog)
    }
    case 'items_changed':
      if (job.stageId === null || !placeOf(version, job.stageId)) return { refused: 'stage_missing' }
      return advance({ effects: [], job, account }, version, catalog)
  }
}

type Entry = {
  place: Place
  how: EffectOf<'enter_stage'>['how']
  skipped: SkippedStage[]
  deselected: ReadonlySet<AutomationId>
}

function refusalOf(job: JobState | NewJob, account: AccountState, place: Place | null): EntryRefusal | null {
  if (account.lifecycle === 'archived') return 'account_archived'
  if (job.lifecycle === 'archived') return 'job_archived'
  return place ? null : 'stage_missing'
}

/** Automoves for as long as the job has earned one; at most one for each stage there is (AM-9, AM-36). */
function advance(start: Decided, version: PipelineVersion, catalog: Catalog): Decided {
  let decided = start
  for (let hops = 0; hops < version.stages.length; hops++) {
    const { job, account, effects } = decided
    const place = placeOf(version, job.stageId)
    if (!place || reasonsToStay(job, place, account).length > 0) break
    const next = nextPlace(version, place, factsOf(account, catalog))
    if (!next) break
    const entered = enterStage(job, account, { ...next, how: 'automove', deselected: NONE }, version, catalog)
    decided = { ...entered, effects: [...effects, ...entered.effects] }
  }
  return decided
}

const NONE: ReadonlySet<AutomationId> = new Set()

/** Opens a new visit and runs the stage's automations, one outcome each. */
function enterStage(
  from: JobState | NewJob,
  before: AccountState,
  entry: Entry,
  version: PipelineVersion,
  catalog: Catalog,
): Decided {
  const entered = entryEffect(from, entry, version)
  const effects: Effect[] = [entered]
  let state: State<JobState> = { job: enter(from, entered), account: before }
  for (const automation of entry.place.stage.automations) {
    const ran = run(automation, state, catalog, entry.deselected)
    effects.push(...ran)
    state = ran.reduce((after, effect) => apply(after, effect), state)
  }
  return { effects, ...state }
}

function entryEffect(
  from: JobState | NewJob,
  { place, how, skipped }: Entry,
  { version }: PipelineVersion,
): EffectOf<'enter_stage'> {
  const visitOrdinal = from.visitOrdinal + 1
  return {
    kind: 'enter_stage',
    jobId: from.id,
    accountId: from.accountId,
    how,
    fromStageId: from.stageId,
    fromVisitId: from.visitId,
    toStageId: place.stage.id,
    visitId: derivedId('visit', from.id, visitOrdinal),
    visitOrdinal,
    version,
    skipped,
  }
}

/** What one automation does, and then its outcome. */
function run(
  automation: Automation,
  { job: { id: jobId, accountId, visitId }, account }: State<JobState>,
  catalog: Catalog,
  deselected: ReadonlySet<AutomationId>,
): Effect[] {
  const { act, result, reason, warnings } = judge(automation, account, catalog, deselected)
  const by = { jobId, accountId, visitId, automationId: automation.id }
  const acted = act && effectOf(act, by)
  const createdId = acted?.kind === 'create_organizer' || acted?.kind === 'create_task' ? acted.id : null
  const outcome = { automationId: automation.id, kind: automation.kind, result, reason, warnings, createdId }
  const recorded: Effect = { kind: 'record_outcome', jobId, visitId, outcome }
  return acted ? [acted, recorded] : [recorded]
}

/** The effect of an act; what it creates has the id that visit and automation give it, for ever (D-2). */
function effectOf(act: Act, by: CreatedBy): Exclude<Effect, { kind: 'enter_stage' | 'record_outcome' }> {
  switch (act.kind) {
    case 'create_organizer':
    case 'create_task':
    case 'send_email':
      return { ...act, ...by, id: derivedId(act.kind, by.visitId, by.automationId) }
    case 'update_account_tags':
      return { ...act, ...by }
  }
}
