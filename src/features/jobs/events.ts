import type { Priority } from '#conditions/model.ts'
import type { Outcome } from '#engine/core/effect.ts'
import type { ClientStatusId, JobStatusId, PipelineId, StageId, VisitId } from '#kernel/ids.ts'

/** A stage as an event remembers it: by id, and by the name it had then. */
export type StageNamed = { stageId: StageId; stage: string }

declare module '#kernel/event.ts' {
  interface EventPayloads {
    /** a job was created in a stage, by hand or in a bulk act */
    'job.created': StageNamed & { visitId: VisitId }
    /** a person moved the job; `pending` items stayed behind, open and linked (AM-14) */
    'job.movedByHand': StageNamed & { visitId: VisitId; from: string; version: number }
    /** everything the stage waited for was done (AM-2); conditional stages passed over stand in `skipped` (AM-7) */
    'job.moved': StageNamed & { visitId: VisitId; from: string; version: number; skipped: string[] }
    /** which automations of an entered stage were skipped, failed, or did their work with a warning */
    'job.automationsHeldBack': { visitId: VisitId; outcomes: Outcome[] }
    /** a person moved the job into another pipeline (JM-2) */
    'job.movedToPipeline': StageNamed & {
      visitId: VisitId
      from: string
      version: number
      pipeline: string
      fromPipeline: string
    }
    /** what a move left open: still linked, holding nothing any more (A-34 b, A-36) */
    'job.itemsLeftBehind': { items: string[] }
    /** stages that an automove passed over because their condition could not be judged (D-4) */
    'job.stagesUnjudged': { stages: string[] }
    /** a custom status was set (J-42) */
    'job.statusSet': { statusId: JobStatusId; status: string; visitId: VisitId }
    /** everything that the custom status waited for was done, and the job is Active again (AM-30) */
    'job.statusLeft': { statusId: JobStatusId; status: string }
    'job.statusLeftByHand': { statusId: JobStatusId; status: string }
    'job.assigneesChanged': { added: string[]; removed: string[] }
    /** what the client sees of the job, or that he sees it no more (CFS-4) */
    'job.clientStatusChanged': {
      statusId: ClientStatusId | null
      status: string
      visible: boolean
      description: string
    }
    /** who got a mail about what the client sees now (CFS-14) */
    'job.clientNotified': { recipients: string[] }
    /** a person asked to run again what had failed (D-1) */
    'job.automationsRetried': { automations: number }
    'job.descriptionChanged': { description: string; before: string }
    'job.priorityChanged': { priority: Priority; before: Priority }
    /** – where it had, or has, none */
    'job.datesChanged': { startOn: string; dueOn: string; startBefore: string; dueBefore: string }
    /** 0: none */
    'job.timeBudgetChanged': { minutes: number; before: number }
    'job.assigneesChangedByHand': { added: string[]; removed: string[] }
    'job.clientStatusSetByHand': {
      visible: boolean
      statusId: ClientStatusId | null
      status: string
      name: string
      description: string
      visibleBefore: boolean
      statusBefore: string
    }
    'job.commented': { commentId: string; text: string; mentioned: string[]; mentionedIds: string[] }
    'job.commentChanged': { commentId: string; text: string; before: string; mentionedIds: string[] }
    'job.commentDeleted': { commentId: string; text: string }
    'job.itemLinked': { kind: string; itemId: string; name: string; job: string }
    'job.itemUnlinked': { kind: string; itemId: string; name: string; job: string }
    /** a person let the job go on after a finished item had been linked (AM-15) */
    'job.toldToMoveOn': Record<never, never>
    'job.completed': Record<never, never>
    'job.reopened': Record<never, never>
    'job.deleted': { name: string; pipelineId: PipelineId }
    'job.undeleted': { name: string }
    /** a list of jobs was taken out of the firm as a file (AUD-2) */
    'jobs.exported': { rows: number }
    'job.renamed': { name: string; before: string }
    'job.archived': Record<never, never>
    'job.restored': Record<never, never>
    /** a client's act is kept, but the move that follows could not be computed; it is tried again (D-15) */
    'job.couldNotBeMoved': { errorId: string }
  }
}
