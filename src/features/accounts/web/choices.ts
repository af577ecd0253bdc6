import { tagsContract } from '#features/tags/contract.ts'
import { teamContract } from '#features/team/contract.ts'
import { useEndpoint } from '#web/api/hooks.ts'

export type Choice = { value: string; label: string }

/** The firm's tags, to choose from. */
export function useTagChoices(): Choice[] {
  const { data } = useEndpoint(tagsContract.listTags, {})
  return data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []
}

/** Whom clients can be assigned to. */
export function useTeamChoices(): Choice[] {
  const { data } = useEndpoint(teamContract.listTeam, {})
  const working = data?.items.filter((member) => member.state !== 'deactivated') ?? []
  return working.map(({ id, name }) => ({ value: id, label: name }))
}
