import type { DraftAutomation, DraftStage } from '#engine/core/draft.ts'
import { type AutomationId, newId, type StageId } from '#kernel/ids.ts'
import { pipelinesContract } from '../../src/features/pipelines/contract.ts'
import type { PipelineView } from '../../src/features/pipelines/schemas.ts'
import type { MemberCaller, TestFirm } from './firm.ts'

/** A stage without automove and conditions, unless `settings` say otherwise. */
export function stage(
  name: string,
  automations: DraftAutomation[] = [],
  settings: Partial<DraftStage> = {},
): DraftStage {
  const id = newId<'stage'>() as StageId
  return {
    id,
    name,
    automove: false,
    condition: null,
    whenEmpty: 'stay',
    completion: { rule: 'all' },
    timeLimit: null,
    automations,
    ...settings,
  }
}

/** An automation that uses a template. */
export function uses(
  kind: 'create_organizer' | 'create_task' | 'send_email',
  templateId: string | null,
  condition: DraftAutomation['condition'] = null,
): DraftAutomation {
  return {
    id: newId<'automation'>() as AutomationId,
    kind,
    templateId,
    condition,
    repeat: 'every_visit',
  } as DraftAutomation
}

/** The path and the revision seen, as every change of a pipeline needs them. */
export function seen({ id, revision }: Pick<PipelineView, 'id' | 'revision'>) {
  return { params: { id }, headers: { 'if-match': `"${revision}"` } }
}

export function createPipeline(who: MemberCaller, name: string): Promise<PipelineView> {
  return who.call(pipelinesContract.createPipeline, { body: { name } })
}

export function saveDraft(who: MemberCaller, pipeline: PipelineView, stages: DraftStage[]) {
  return who.send(pipelinesContract.saveDraft, { ...seen(pipeline), body: { stages, statuses: [] } })
}

/** Publishes; `moves` say where the jobs of stages that disappear go. */
export function publish(who: MemberCaller, pipeline: PipelineView, moves: Record<string, string> = {}) {
  return who.send(pipelinesContract.publishPipeline, { ...seen(pipeline), body: { moves } })
}

/** A pipeline with these stages as its first version. */
export async function publishedPipeline(firm: TestFirm, name: string, stages: DraftStage[]): Promise<PipelineView> {
  const saved = await saveDraft(firm.owner, await createPipeline(firm.owner, name), stages)
  return firm.owner.call(pipelinesContract.publishPipeline, { ...seen(saved.body), body: {} })
}
