import type { DraftAutomation, DraftStage } from '#engine/core/draft.ts'
import type { Automation } from '#engine/core/pipeline.ts'
import type { AutomationId, StageId } from '#kernel/ids.ts'
import type { PipelineDraft } from '../model.ts'

/** What a person does to a draft, as functions from draft to draft; an id that is not there changes nothing. */
export type Edit = (draft: PipelineDraft) => PipelineDraft

export type Direction = 'up' | 'down' | 'left' | 'right'

/** Where an automation goes: before the one that stands at `index` of the stage without it. */
export type Spot = { stageId: StageId; index: number }

export function newStage(): DraftStage {
  const id = crypto.randomUUID() as StageId
  return {
    id,
    name: '',
    automove: true,
    condition: null,
    whenEmpty: 'stay',
    completion: { rule: 'all' },
    timeLimit: null,
    automations: [],
  }
}

export function newAutomation(kind: Automation['kind']): DraftAutomation {
  const base = { id: crypto.randomUUID() as AutomationId, condition: null, repeat: 'every_visit' as const }
  switch (kind) {
    case 'create_organizer':
    case 'create_task':
    case 'send_email':
      return { ...base, kind, templateId: null }
    case 'update_account_tags':
      return { ...base, kind, add: [], remove: [], clear: false }
    case 'update_account_access':
      return { ...base, kind, replace: false, add: [], remove: [] }
    case 'update_job_assignees':
      return { ...base, kind, clear: false, add: [], remove: [] }
    case 'update_client_status':
      return { ...base, kind, visible: true, statusId: null, description: null, notify: false }
  }
}

/** Adds a stage at `index`, or puts one back that was removed. */
export function addStage(stage: DraftStage, index: number): Edit {
  return ({ stages, ...rest }) => ({ ...rest, stages: stages.toSpliced(index, 0, stage) })
}

export function changeStage(id: StageId, change: Partial<DraftStage>): Edit {
  return ({ stages, ...rest }) => ({
    ...rest,
    stages: stages.map((stage) => (stage.id === id ? { ...stage, ...change } : stage)),
  })
}

export function removeStage(id: StageId): Edit {
  return ({ stages, ...rest }) => ({ ...rest, stages: stages.filter((stage) => stage.id !== id) })
}

/** Puts a stage at `index` of the others. */
export function moveStage(id: StageId, index: number): Edit {
  return (draft) => {
    const stage = draft.stages.find((it) => it.id === id)
    if (!stage) return draft
    const others = draft.stages.filter((it) => it !== stage)
    return { ...draft, stages: others.toSpliced(Math.max(0, index), 0, stage) }
  }
}

/** Adds an automation at a spot, or puts one back that was removed. */
export function addAutomation(automation: DraftAutomation, { stageId, index }: Spot): Edit {
  return within(stageId, (automations) => automations.toSpliced(index, 0, automation))
}

export function changeAutomation(id: AutomationId, change: Partial<DraftAutomation>): Edit {
  return ({ stages, ...rest }) => ({
    ...rest,
    stages: stages.map((stage) => ({
      ...stage,
      automations: stage.automations.map((it) => (it.id === id ? ({ ...it, ...change } as DraftAutomation) : it)),
    })),
  })
}

export function removeAutomation(id: AutomationId): Edit {
  return ({ stages, ...rest }) => ({
    ...rest,
    stages: stages.map((stage) => ({ ...stage, automations: stage.automations.filter((it) => it.id !== id) })),
  })
}

export function moveAutomation(id: AutomationId, { stageId, index }: Spot): Edit {
  return (draft) => {
    const found = placeOf(draft, id)
    if (!found || !draft.stages.some((stage) => stage.id === stageId)) return draft
    return addAutomation(found.automation, { stageId, index })(removeAutomation(id)(draft))
  }
}

/** Where one step brings an automation; null where there is nothing in that direction. */
export function spotBeside(draft: PipelineDraft, id: AutomationId, direction: Direction): Spot | null {
  const place = placeOf(draft, id)
  if (!place) return null
  const { stageIndex, index, stage } = place
  if (direction === 'up') return index > 0 ? { stageId: stage.id, index: index - 1 } : null
  if (direction === 'down') return index + 1 < stage.automations.length ? { stageId: stage.id, index: index + 1 } : null
  const beside = draft.stages[stageIndex + (direction === 'left' ? -1 : 1)]
  return beside ? { stageId: beside.id, index: Math.min(index, beside.automations.length) } : null
}

export type Place = { stage: DraftStage; stageIndex: number; automation: DraftAutomation; index: number }

/** Where an automation stands. */
export function placeOf({ stages }: PipelineDraft, id: string): Place | null {
  for (const [stageIndex, stage] of stages.entries()) {
    const index = stage.automations.findIndex((automation) => automation.id === id)
    if (index >= 0) return { stage, stageIndex, automation: stage.automations[index]!, index }
  }
  return null
}

function within(id: StageId, change: (automations: DraftAutomation[]) => DraftAutomation[]): Edit {
  return ({ stages, ...rest }) => ({
    ...rest,
    stages: stages.map((stage) => (stage.id === id ? { ...stage, automations: change(stage.automations) } : stage)),
  })
}
