import type { BodyOf } from '#kernel/contract.ts'
import type { Tx } from '#platform/db/tx.ts'
import { visibleVersion } from './board.ts'
import type { bulkContract } from './bulk-contract.ts'
import { onlyPipeline } from './bulk-moves.ts'
import type { StatusPreview } from './bulk-schemas.ts'
import { automationsIn } from './by-hand.ts'
import { requireStatus, tagsRefusal } from './move-job.ts'
import { pendingIn, previewMoves } from './preview-moves.ts'
import { selectedJobs } from './selected-jobs.ts'

const ACTIVE = { name: '', automove: true, automations: [] }

/** What setting a custom status, or ending it, would do to each of these jobs; carries nothing out (J-45). */
export async function previewStatus(tx: Tx, body: BodyOf<typeof bulkContract.previewStatus>): Promise<StatusPreview> {
  const selected = await selectedJobs(tx, body)
  const version = await visibleVersion(tx, onlyPipeline(selected))
  const { statusId } = body
  const status = statusId === null ? ACTIVE : requireStatus(version, statusId)
  const preview = await previewMoves(tx, selected, {
    version,
    place: status,
    refusal: tagsRefusal(tx, status),
    isThere: (job) => (job.status?.id ?? null) === statusId,
    trigger: { ...automationsIn(body), memberId: null, causeId: null, kind: 'set_status', statusId },
    pendingOf: ({ job }) => (job.status ? pendingIn(job, job.status.visitId) : []),
    otherwise: status.automove ? 'carry' : 'leave',
  })
  return { ...preview, statusId }
}
