import type { BodyOf } from '#kernel/contract.ts'
import type { PipelineId, TemplateId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { pipelineSettings } from '../pipelines/index.ts'
import { goneMembers } from '../team/index.ts'
import { changeTemplate, createTemplate, newestTemplates, templateById } from '../templates/index.ts'
import type { JobTemplate, jobTemplatesContract } from './contract-templates.ts'
import { EMPTY_CONTENT, type JobContent } from './model.ts'
import { requireContent, requireMayBudget } from './require-content.ts'

type Fields = BodyOf<typeof jobTemplatesContract.createJobTemplate>

export async function jobTemplateById(tx: Tx, id: TemplateId): Promise<JobTemplate> {
  const { name, content, revision } = await templateById(tx, id, 'job')
  return { id, name, ...content, revision }
}

export async function createJobTemplate(tx: Tx, { name, ...content }: Fields): Promise<JobTemplate> {
  await requireContent(tx, content, 'title')
  if (content.timeBudget !== null) requireMayBudget(tx)
  const { id } = await createTemplate(tx, { kind: 'job', name, content })
  return jobTemplateById(tx, id)
}

export async function changeJobTemplate(
  tx: Tx,
  id: TemplateId,
  { name, ...content }: Fields,
  revision: number,
): Promise<JobTemplate> {
  const before = await jobTemplateById(tx, id)
  await requireContent(tx, content, 'title')
  if (content.timeBudget !== before.timeBudget) requireMayBudget(tx)
  await changeTemplate(tx, id, { kind: 'job', name, content }, revision)
  return jobTemplateById(tx, id)
}

/**
 * What a new job in a pipeline begins with: the template that is named; where none is named, the pipeline's own if it is
 * applied automatically (JD-2). A default that was deleted since counts as none.
 */
export async function contentToStartWith(
  tx: Tx,
  pipelineId: PipelineId,
  templateId: TemplateId | null | undefined,
): Promise<JobContent> {
  if (templateId === null) return EMPTY_CONTENT
  if (templateId !== undefined) return withoutGone(tx, (await templateById(tx, templateId, 'job')).content)
  const settings = (await pipelineSettings(tx, [pipelineId])).get(pipelineId)
  if (!settings?.jobTemplateId || settings.jobTemplateMode !== 'automatic') return EMPTY_CONTENT
  return contentOfDefault(tx, settings.jobTemplateId)
}

/** What a recurrence's jobs begin with: the pipeline's template, however it is offered to people (J-24). */
export async function contentOfPipeline(tx: Tx, pipelineId: PipelineId): Promise<JobContent> {
  const settings = (await pipelineSettings(tx, [pipelineId])).get(pipelineId)
  return settings?.jobTemplateId ? contentOfDefault(tx, settings.jobTemplateId) : EMPTY_CONTENT
}

async function contentOfDefault(tx: Tx, id: TemplateId): Promise<JobContent> {
  const template = (await newestTemplates(tx, [id])).get(id)
  return template?.kind === 'job' ? withoutGone(tx, template.content) : EMPTY_CONTENT
}

/** Whoever has left since the template was written gets nothing to do. */
async function withoutGone(tx: Tx, content: JobContent): Promise<JobContent> {
  const gone = await goneMembers(tx, content.assigneeIds)
  return { ...content, assigneeIds: content.assigneeIds.filter((id) => !gone.has(id)) }
}
