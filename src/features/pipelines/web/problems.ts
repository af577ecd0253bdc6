import type { PipelineDraft } from '../model.ts'

/** A problem of a draft, found again by ids: paths count places, which change while one types. */
export type PlacedProblem = {
  /** of a stage or a custom status; null: of the pipeline as a whole */
  stageId: string | null
  automationId: string | null
  /** what of the stage or automation: `name`, `condition`, `condition.of.1`, `templateId`, `add.0` */
  field: string
  code: string
  /** the tag a warning is about */
  tagId?: string | undefined
}

/** Finds the stage and automation that each problem's path names in the draft it was found in. */
export function placeProblems(
  problems: readonly { path: string; code: string; tagId?: string | undefined }[],
  draft: PipelineDraft,
): PlacedProblem[] {
  return problems.map(({ path, code, tagId }) => {
    const match = /^(stages|statuses)\.(\d+)(?:\.automations\.(\d+))?\.(.+)$/.exec(path)
    const stage = match ? draft[match[1] as 'stages' | 'statuses'][Number(match[2])] : undefined
    if (!match || !stage) return { stageId: null, automationId: null, field: path, code, tagId }
    const automation = match[3] === undefined ? undefined : stage.automations[Number(match[3])]
    return { stageId: stage.id, automationId: automation?.id ?? null, field: match[4]!, code, tagId }
  })
}

export function ofStage(problems: readonly PlacedProblem[], id: string): PlacedProblem[] {
  return problems.filter((problem) => problem.stageId === id && problem.automationId === null)
}

export function ofAutomation(problems: readonly PlacedProblem[], id: string): PlacedProblem[] {
  return problems.filter((problem) => problem.automationId === id)
}

/** Those of one field, its parts included: `condition` has `condition.of.1`. */
export function ofField(problems: readonly PlacedProblem[], field: string): PlacedProblem[] {
  return problems.filter((problem) => problem.field === field || problem.field.startsWith(`${field}.`))
}
