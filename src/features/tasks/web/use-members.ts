import { teamContract } from '#features/team/contract.ts'
import { useEndpoint } from '#web/api/hooks.ts'

/** Whom a task can be given to: those who work here. */
export function useMembers(): { value: string; label: string }[] {
  const team = useEndpoint(teamContract.listTeam, {})
  const working = team.data?.items.filter((member) => member.state !== 'deactivated') ?? []
  return working.map(({ id, name }) => ({ value: id, label: name }))
}
