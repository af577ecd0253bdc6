import { z } from 'zod'
import { contract } from '#kernel/contract.ts'
import { idSchema } from '#kernel/id-schema.ts'
import type { TemplateId } from '#kernel/ids.ts'
import { contentFields } from '../schemas.ts'

const templateId = z.object({ id: idSchema<TemplateId>() })
const fields = z.strictObject({ name: z.string().trim().min(1).max(120), ...contentFields })
const templateSchema = z.object({ id: z.string(), ...fields.shape, revision: z.number().int() })

/** Task templates (T-11). */
export const templateEndpoints = contract({
  getTaskTemplate: {
    method: 'get',
    path: '/task-templates/{id}',
    summary: 'One task template',
    who: { staff: 'any' },
    params: templateId,
    returns: templateSchema,
    revision: 'sent',
    example: { params: { id: '$taskTemplate' } },
  },
  createTaskTemplate: {
    method: 'post',
    path: '/task-templates',
    summary: 'Creates a task template (T-11)',
    who: { staff: 'manage_templates' },
    body: fields,
    returns: templateSchema,
    status: 201,
    revision: 'sent',
    example: { body: { name: 'Review', title: 'Review the return of [ACCOUNT_NAME]' } },
  },
  changeTaskTemplate: {
    method: 'put',
    path: '/task-templates/{id}',
    summary: 'Changes a task template; tasks already made stay as they are (A-8)',
    who: { staff: 'manage_templates' },
    params: templateId,
    body: fields,
    returns: templateSchema,
    revision: 'required',
    refusals: ['stale', 'precondition_required'],
  },
})
