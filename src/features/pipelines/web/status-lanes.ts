import type { DraftStage, DraftStatus } from '#engine/core/draft.ts'
import type { StageId } from '#kernel/ids.ts'
import type { PipelineDraft } from '../model.ts'
import type { Edit } from './draft-edits.ts'

/** A custom status as a lane: what stages have and statuses have not is at rest, and never saved. */
export type StatusLane = DraftStage & Pick<DraftStatus, 'color'>

/** The draft's statuses where the editor has its stages, so that everything that edits lanes edits them (J-41). */
export function statusesAsLanes({ statuses }: PipelineDraft): PipelineDraft {
  return { stages: statuses.map(laneOf), statuses: [] }
}

/** The same edit, of the draft's statuses. */
export function onStatuses(edit: Edit): Edit {
  return (draft) => ({ ...draft, statuses: edit(statusesAsLanes(draft)).stages.map(statusOf) })
}

export function newStatusLane(): StatusLane {
  return laneOf({
    id: crypto.randomUUID() as DraftStatus['id'],
    name: '',
    color: 'gray',
    automove: true,
    automations: [],
  })
}

function laneOf({ id, name, color, automove, automations }: DraftStatus): StatusLane {
  const atRest = { condition: null, whenEmpty: 'stay', completion: { rule: 'all' }, timeLimit: null } as const
  return { ...atRest, id: id as string as StageId, name, color, automove, automations }
}

function statusOf(lane: DraftStage): DraftStatus {
  const { id, name, color, automove, automations } = lane as StatusLane
  return { id: id as string as DraftStatus['id'], name, color, automove, automations }
}
