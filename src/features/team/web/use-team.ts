import { useEndpoint } from '#web/api/hooks.ts'
import { teamContract } from '../contract.ts'

/** Everybody on the team, kept fresh as colleagues are invited, join and change. */
export function useTeam() {
  return useEndpoint(teamContract.listTeam, {}, { hears: ['members'] })
}
