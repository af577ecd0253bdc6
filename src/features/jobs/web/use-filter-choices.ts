import { clientStatusesContract } from '#features/client-statuses/contract.ts'
import { rolesContract } from '#features/roles/contract.ts'
import { tagsContract } from '#features/tags/contract.ts'
import { teamContract } from '#features/team/contract.ts'
import { useEndpoint } from '#web/api/hooks.ts'
import { useText } from '#web/text.tsx'
import type { ListFilter } from './jobs-search.ts'
import { TURNS } from './turn-bar.tsx'

export type PickKey = Extract<
  keyof ListFilter,
  | 'pipelineId'
  | 'stageId'
  | 'turn'
  | 'assigneeId'
  | 'roleId'
  | 'memberId'
  | 'tagId'
  | 'priority'
  | 'statusId'
  | 'clientStatusId'
  | 'overdue'
  | 'pending'
>
export type Named = { id: string; name: string }
type Choice = { value: string; label: string }

/** Where the jobs that are listed may be. */
export type Places = { statuses: readonly Named[]; pipelines: readonly Named[]; stages: readonly Named[] }
export const NO_PLACES: Places = { statuses: [], pipelines: [], stages: [] }

/** What each filter can be set to, in the reader's words. */
export function useFilterChoices({ statuses, pipelines, stages }: Places): Record<PickKey, Choice[]> {
  const t = useText()
  const tags = useEndpoint(tagsContract.listTags, {})
  const team = useEndpoint(teamContract.listTeam, {})
  const roles = useEndpoint(rolesContract.listAccountRoles, {})
  const shown = useEndpoint(clientStatusesContract.listClientStatuses, {})
  const members = choicesOf(team.data?.items.filter((member) => member.state !== 'deactivated'))
  return {
    pipelineId: choicesOf(pipelines),
    stageId: choicesOf(stages),
    turn: TURNS.map(({ turn, state }) => ({ value: turn, label: t(`state.${state}`) })),
    assigneeId: [{ value: 'none', label: t('card.unassigned') }, ...members],
    roleId: choicesOf(roles.data?.items),
    memberId: members,
    tagId: choicesOf(tags.data?.items),
    priority: (['urgent', 'high', 'medium', 'low'] as const).map((value) => ({
      value,
      label: t(`job.priority_${value}`),
    })),
    statusId: [
      { value: 'none', label: t('filter.jobs.active') },
      ...choicesOf(statuses),
      { value: 'completed', label: t('filter.jobs.completed') },
    ],
    clientStatusId: [{ value: 'none', label: t('filter.jobs.hidden') }, ...choicesOf(shown.data?.items)],
    overdue: [
      { value: 'job', label: t('filter.jobs.overdue_job') },
      { value: 'stage', label: t('filter.jobs.overdue_stage') },
    ],
    pending: [
      { value: 'yes', label: t('filter.jobs.pending_yes') },
      { value: 'no', label: t('filter.jobs.pending_no') },
    ],
  }
}

function choicesOf(items: readonly Named[] | undefined): Choice[] {
  return items?.map(({ id, name }) => ({ value: id, label: name })) ?? []
}
