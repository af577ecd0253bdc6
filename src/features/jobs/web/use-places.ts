import { useEndpoint } from '#web/api/hooks.ts'
import { jobsContract } from '../contract.ts'
import type { Places } from './use-filter-choices.ts'

/** Where jobs can be: in one pipeline, or in all of them, each place then with its pipeline's name. */
export function usePlaces(pipelineId: string | undefined): Places {
  const { data } = useEndpoint(jobsContract.listJobPlaces, {}, { hears: ['pipelines'] })
  const items = data?.items ?? []
  const within = pipelineId === undefined ? items : items.filter(({ id }) => id === pipelineId)
  const named = (pipeline: string, places: readonly { id: string; name: string }[]) =>
    places.map(({ id, name }) => ({ id, name: pipelineId === undefined ? `${name} (${pipeline})` : name }))
  return {
    pipelines: items,
    stages: within.flatMap(({ name, stages }) => named(name, stages)),
    statuses: within.flatMap(({ name, statuses }) => named(name, statuses)),
  }
}
