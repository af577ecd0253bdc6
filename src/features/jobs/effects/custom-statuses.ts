import type { Applier } from '#engine/shell/ports.ts'
import { statusNames } from '../../pipelines/index.ts'
import { aboutJob, recordLeftBehind } from './enter-stages.ts'
import { closeVisits, openVisits } from './visits.ts'

/** Puts jobs into custom statuses, each a visit of its own beside that of the stage (J-41). */
export const enterStatuses: Applier<'enter_status'> = async (tx, effects, carrying) => {
  const names = await statusNames(
    tx,
    effects.map((effect) => effect.statusId),
  )
  for (const effect of effects) {
    const status = names.get(effect.statusId) ?? ''
    const payload = { statusId: effect.statusId, status, visitId: effect.visitId }
    const eventId = tx.record({ type: 'job.statusSet', ...aboutJob(effect), payload, causeId: carrying.causeId })
    carrying.entered.set(effect.visitId, eventId)
    recordLeftBehind(tx, effect, eventId)
  }
  await closeVisits(
    tx,
    effects.flatMap((effect) => effect.from?.visitId ?? []),
  )
  const visits = effects.map(({ visitId, visitOrdinal, jobId, pipelineId, stageId, statusId, version }) => {
    const place = { jobId, pipelineId, stageId, statusId, version }
    return { ...place, id: visitId, ordinal: visitOrdinal, how: 'status_set' as const }
  })
  await openVisits(tx, visits, carrying.entered, new Set())
}

/** Puts jobs back to Active, by hand or because what the status waited for is done (J-43, AM-30). */
export const leaveStatuses: Applier<'leave_status'> = async (tx, effects, carrying) => {
  const names = await statusNames(
    tx,
    effects.map((effect) => effect.statusId),
  )
  for (const effect of effects) {
    const payload = { status: names.get(effect.statusId) ?? '', statusId: effect.statusId }
    const about = { ...aboutJob(effect), payload, causeId: carrying.entered.get(effect.visitId) ?? carrying.causeId }
    const eventId =
      effect.how === 'automove'
        ? tx.record({ type: 'job.statusLeft', ...about, by: 'automation' })
        : tx.record({ type: 'job.statusLeftByHand', ...about })
    recordLeftBehind(tx, effect, eventId)
  }
  await closeVisits(
    tx,
    effects.map((effect) => effect.visitId),
  )
}
