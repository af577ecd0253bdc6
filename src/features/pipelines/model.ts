import type { DraftStage } from '#engine/core/lint.ts'
import type { Automation, Stage } from '#engine/core/model.ts'

/** What each published version of a pipeline says: ordered stages with their automations. It never changes (D-3). */
export type PipelineDefinition = { stages: Stage[] }

/** What the editor shows and saves while it is typed: it may still have problems, such as a template not yet chosen. */
export type PipelineDraft = { stages: DraftStage[] }

/** `archived`: out of the lists, takes no new jobs; `deleted`: kept only to be taken back (P-12, P-18). */
export type PipelineState = 'active' | 'archived' | 'deleted'

/** More would not fit a list that is shown whole. */
export const MOST_PIPELINES = 300

/** The draft as it is published. Only for drafts without problems; names lose the blanks around them. */
export function definitionOf(draft: PipelineDraft): PipelineDefinition {
  return {
    stages: draft.stages.map((stage) => ({
      ...stage,
      name: stage.name.trim(),
      automations: stage.automations as Automation[],
    })),
  }
}

/** The template an automation uses; null where it needs none, or has none yet. */
export function templateOf(automation: DraftStage['automations'][number]): string | null {
  return automation.kind === 'update_account_tags' ? null : automation.templateId
}

/** Every template these stages use. */
export function templatesIn({ stages }: PipelineDraft): string[] {
  const used = stages.flatMap((stage) => stage.automations).map(templateOf)
  return [...new Set(used.filter((id) => id !== null))]
}

/** `wanted`, or with the first free number behind it: "1040 (2)" (SET-1, P-20). `taken` are names in lower case. */
export function freeName(wanted: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted} (${number})`
    if (!taken.has(name.toLowerCase())) return name
  }
}
