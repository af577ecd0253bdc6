import type { TextKey } from '../../../texts.ts'
import type { PickKey } from './use-filter-choices.ts'

/** What jobs can be narrowed to, and how it is called (VIEW-7). */
type DateKey = 'dueFrom' | 'dueTo' | 'startFrom' | 'startTo'
export type FilterKey = PickKey | DateKey

export const PICKS: readonly PickKey[] = [
  'assigneeId',
  'roleId',
  'memberId',
  'tagId',
  'priority',
  'statusId',
  'clientStatusId',
  'overdue',
  'pending',
]
/** What a board shows as its columns, and with its chips. */
export const LIST_PICKS: readonly PickKey[] = ['pipelineId', 'stageId', 'turn']
export const DATES: readonly DateKey[] = ['dueFrom', 'dueTo', 'startFrom', 'startTo']
export const LABELS: Record<FilterKey, TextKey> = {
  pipelineId: 'add.pipeline',
  stageId: 'move.stage',
  turn: 'home.turn',
  assigneeId: 'filter.jobs.assigneeId',
  roleId: 'filter.jobs.roleId',
  memberId: 'filter.jobs.memberId',
  tagId: 'filter.jobs.tagId',
  priority: 'filter.jobs.priority',
  statusId: 'filter.jobs.statusId',
  clientStatusId: 'filter.jobs.clientStatusId',
  overdue: 'filter.jobs.overdue',
  pending: 'filter.jobs.pending',
  dueFrom: 'filter.jobs.dueFrom',
  dueTo: 'filter.jobs.dueTo',
  startFrom: 'filter.jobs.startFrom',
  startTo: 'filter.jobs.startTo',
}
