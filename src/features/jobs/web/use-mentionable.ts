import { teamContract } from '#features/team/contract.ts'
import { useEndpoint } from '#web/api/hooks.ts'
import type { Named } from '../rules-mentions.ts'

/** Everybody on the team, for names of those mentioned; those who left too. */
export function useMentionable(): (Named & { works: boolean })[] {
  const { data } = useEndpoint(teamContract.listTeam, {})
  return data?.items.map(({ id, name, state }) => ({ id, name, works: state !== 'deactivated' })) ?? []
}
