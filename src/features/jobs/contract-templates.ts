import { z } from 'zod'
import { contract } from '#kernel/contract.ts'
import { idSchema } from '#kernel/id-schema.ts'
import type { TemplateId } from '#kernel/ids.ts'
import { contentFields, jobName } from './schemas-content.ts'

const templateId = z.object({ id: idSchema<TemplateId>() })
const fields = z.strictObject({
  name: z.string().trim().min(1).max(120),
  /** what its jobs are called; may hold shortcodes */
  title: jobName,
  ...contentFields,
})
const templateSchema = z.object({ id: z.string(), ...fields.shape, revision: z.number().int() })
export type JobTemplate = z.output<typeof templateSchema>

/** Job templates (JD-1). */
export const jobTemplatesContract = contract({
  getJobTemplate: {
    method: 'get',
    path: '/job-templates/{id}',
    summary: 'One job template',
    who: { staff: 'any' },
    params: templateId,
    returns: templateSchema,
    revision: 'sent',
  },
  createJobTemplate: {
    method: 'post',
    path: '/job-templates',
    summary: 'Creates a job template (JD-1)',
    who: { staff: 'manage_templates' },
    body: fields,
    returns: templateSchema,
    status: 201,
    revision: 'sent',
    example: { body: { name: 'Individual return', title: '1040 [TAX_YEAR]' } },
  },
  changeJobTemplate: {
    method: 'put',
    path: '/job-templates/{id}',
    summary: 'Changes a job template; jobs already made stay as they are',
    who: { staff: 'manage_templates' },
    params: templateId,
    body: fields,
    returns: templateSchema,
    revision: 'required',
    refusals: ['stale', 'precondition_required'],
  },
})
