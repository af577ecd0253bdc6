import type { Applier } from '#engine/shell/ports.ts'
import { clientStatusNames } from '../../client-statuses/index.ts'
import { aboutJob } from './enter-stages.ts'
import { type ClientNews, notifyClients } from './notify-clients.ts'

/** Says what clients see from now on (AUT-11); the jobs' rows themselves are written with the decision. */
export const updateClientStatuses: Applier<'update_client_status'> = async (tx, effects, carrying) => {
  const names = await clientStatusNames(
    tx,
    effects.flatMap((effect) => effect.statusId ?? []),
  )
  const news: ClientNews[] = []
  for (const effect of effects) {
    const { statusId, visible, description } = effect
    const status = statusId === null ? '' : (names.get(statusId) ?? '')
    const payload = { statusId, status, visible, description }
    const causeId = carrying.entered.get(effect.visitId) ?? carrying.causeId
    const told = { type: 'job.clientStatusChanged', by: 'automation', ...aboutJob(effect), payload, causeId } as const
    const eventId = tx.record(told)
    if (effect.notify) news.push({ effect, status, causeId: eventId })
  }
  await notifyClients(tx, news, carrying)
}
