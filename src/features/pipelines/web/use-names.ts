import { clientStatusesContract } from '#features/client-statuses/contract.ts'
import { rolesContract } from '#features/roles/contract.ts'
import { tagsContract } from '#features/tags/contract.ts'
import { teamContract } from '#features/team/contract.ts'
import { useEndpoint } from '#web/api/hooks.ts'
import type { PipelineView } from '../schemas.ts'
import type { Editor } from './editor-context.tsx'

/** Names of tags, people, roles and client-facing statuses, and of these templates. */
export function useNames(templates: PipelineView['templates']): Pick<Editor, 'tags' | 'templateName'> {
  const tags = useEndpoint(tagsContract.listTags, {})
  const team = useEndpoint(teamContract.listTeam, {})
  const roles = useEndpoint(rolesContract.listAccountRoles, {})
  const statuses = useEndpoint(clientStatusesContract.listClientStatuses, {})
  const names = new Map<string, string>(templates.map(({ id, name }) => [id, name]))
  const others = [tags, team, roles, statuses].flatMap(({ data }): { id: string; name: string }[] => data?.items ?? [])
  return {
    tags: new Map<string, string>(others.map(({ id, name }) => [id, name])),
    templateName: (id) => (id === null ? null : (names.get(id) ?? null)),
  }
}
