import type { DraftStage, DraftStatus } from '#engine/core/draft.ts'
import { type Automation, automationsOf, type JobStatus, type Stage, templateOf } from '#engine/core/pipeline.ts'

/** What each published version of a pipeline says: ordered stages with their automations. It never changes (D-3). */
export type PipelineDefinition = { stages: Stage[]; statuses: JobStatus[] }

/** What the editor shows and saves while it is typed: it may still have problems, such as a template not yet chosen. */
export type PipelineDraft = { stages: DraftStage[]; statuses: DraftStatus[] }

export const EMPTY: PipelineDefinition = { stages: [], statuses: [] }

/** `archived`: out of the lists, takes no new jobs; `deleted`: kept only to be taken back (P-12, P-18). */
export type PipelineState = 'active' | 'archived' | 'deleted'

/** More would not fit a list that is shown whole. */
export const MOST_PIPELINES = 300

/** The draft as it is published. Only for drafts without problems; names lose the blanks around them. */
export function definitionOf(draft: PipelineDraft): PipelineDefinition {
  const finished = (place: DraftStage | DraftStatus) => ({
    name: place.name.trim(),
    automations: place.automations as Automation[],
  })
  return {
    stages: draft.stages.map((stage) => ({ ...stage, ...finished(stage) })),
    statuses: draft.statuses.map((status) => ({ ...status, ...finished(status) })),
  }
}

/** Every template that stages and statuses use. */
export function templatesIn(draft: PipelineDraft): string[] {
  const used = automationsOf<DraftStage['automations'][number]>(draft).map((automation) =>
    templateOf<string | null>(automation),
  )
  return [...new Set(used.filter((id) => id !== null))]
}

/** `wanted`, or with the first free number behind it: "1040 (2)" (SET-1, P-20). `taken` are names in lower case. */
export function freeName(wanted: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted} (${number})`
    if (!taken.has(name.toLowerCase())) return name
  }
}
