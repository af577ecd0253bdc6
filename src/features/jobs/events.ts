import type { Outcome } from '#engine/core/model.ts'
import type { StageId, VisitId } from '#kernel/ids.ts'

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
    'job.renamed': { name: string; before: string }
    'job.archived': Record<never, never>
    'job.restored': Record<never, never>
    /** a client's act is kept, but the move that follows could not be computed; it is tried again (D-15) */
    'job.couldNotBeMoved': { errorId: string }
  }
}
