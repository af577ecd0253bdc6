import type { VisitId } from '#kernel/ids.ts'
import { derivedId } from '#kernel/ids.ts'
import type { State } from './apply.ts'
import { apply } from './apply.ts'
import type { Effect } from './effect.ts'
import type { Decided } from './enter-stage.ts'
import type { AccountState, ByHand, Catalog, JobState } from './model.ts'
import { partWith } from './pending.ts'
import type { JobStatus, PipelineVersion } from './pipeline.ts'
import { runAutomations } from './run-automations.ts'

/** Opens a visit of the custom status and runs its automations; the job stays in its stage (J-41, J-42). */
export function enterStatus(
  { job, account }: State<JobState>,
  status: JobStatus,
  { version }: PipelineVersion,
  catalog: Catalog,
  choices: Pick<ByHand, 'deselected' | 'pending' | 'shown'>,
): Decided {
  const ending = job.status ? [job.status.visitId] : []
  const parting = partWith(job, ending, choices.pending, status.automove ? 'carry' : 'leave')
  const visitOrdinal = job.visitOrdinal + 1
  const visitId: VisitId = derivedId('visit', job.id, visitOrdinal)
  const { id: jobId, accountId, pipelineId, stageId, status: from } = job
  const place = { jobId, accountId, pipelineId, stageId, version }
  const { leftBehind } = parting
  const entered: Effect = {
    kind: 'enter_status',
    ...place,
    statusId: status.id,
    from,
    visitId,
    visitOrdinal,
    leftBehind,
  }
  const moved: Effect[] = [...parting.resolved, entered, ...parting.carried(visitId)]
  const state = moved.reduce<State<JobState>>(apply, { job, account })
  const ran = runAutomations(status.automations, visitId, state, catalog, choices)
  return { effects: [...moved, ...ran.effects], ...ran.state }
}

/** Out of the custom status, into the stage as it was; what is still pending goes to the stage's visit or stays behind. */
export function backToActive(
  job: JobState,
  account: AccountState,
  { pipelineId }: PipelineVersion,
  how: 'by_hand' | 'automove',
  { pending }: Pick<ByHand, 'pending'>,
): Decided {
  const { id: statusId, visitId } = job.status!
  const parting = partWith(job, [visitId], pending, how === 'automove' ? 'leave' : 'carry')
  const left: Effect = {
    kind: 'leave_status',
    jobId: job.id,
    accountId: job.accountId,
    how,
    pipelineId,
    statusId,
    visitId,
    leftBehind: parting.leftBehind,
  }
  const effects: Effect[] = [...parting.resolved, left, ...parting.carried(job.visitId)]
  return { effects, ...effects.reduce<State<JobState>>(apply, { job, account }) }
}
