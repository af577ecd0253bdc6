import type { LinkedItem } from '#engine/core/model.ts'
import { placeOf } from '#engine/core/stages.ts'
import type { BodyOf } from '#kernel/contract.ts'
import type { Tx } from '#platform/db/tx.ts'
import { visibleVersion } from './board.ts'
import type { bulkContract } from './bulk-contract.ts'
import { onlyPipeline } from './bulk-moves.ts'
import type { StagePreview } from './bulk-schemas.ts'
import { automationsIn } from './by-hand.ts'
import { requireStage, tagsRefusal } from './move-job.ts'
import type { Foreseen } from './preview-groups.ts'
import { pendingIn, previewMoves } from './preview-moves.ts'
import { selectedJobs } from './selected-jobs.ts'

/**
 * Decides the move of each of these jobs as it would be decided, and carries nothing out: the very
 * decision, so that the panel's numbers are what happens.
 */
export async function previewStage(tx: Tx, body: BodyOf<typeof bulkContract.previewStage>): Promise<StagePreview> {
  const selected = await selectedJobs(tx, body)
  const pipelineId = body.pipelineId ?? onlyPipeline(selected)
  const version = await visibleVersion(tx, pipelineId)
  const stage = requireStage(version, body.stageId)
  const preview = await previewMoves(tx, selected, {
    version,
    place: stage,
    refusal: tagsRefusal(tx, stage),
    isThere: (job) => job.stageId === stage.id,
    trigger: {
      ...automationsIn(body),
      memberId: null,
      causeId: null,
      kind: 'enter',
      how: 'moved_by_hand',
      pipelineId: version.pipelineId,
      stageId: stage.id,
      status: 'leave',
    },
    pendingOf,
    otherwise: stage.automove && !placeOf(version, stage.id)!.isLast ? 'carry' : 'leave',
  })
  return { ...preview, stageId: stage.id }
}

/** A move ends the stay in the stage, and in the custom status beside it. */
function pendingOf({ job }: Foreseen): LinkedItem[] {
  return [job.visitId, ...(job.status ? [job.status.visitId] : [])].flatMap((visitId) => pendingIn(job, visitId))
}
