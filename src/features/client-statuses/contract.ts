import { z } from 'zod'
import { contract } from '#kernel/contract.ts'
import { idSchema } from '#kernel/id-schema.ts'
import type { ClientStatusId } from '#kernel/ids.ts'
import { MOST_STATUSES, statusColor, statusDescription, statusName } from './model.ts'

const status = z.object({
  id: idSchema<ClientStatusId>(),
  name: z.string(),
  color: statusColor,
  description: z.string(),
  revision: z.number().int(),
})
export type FirmClientStatus = z.output<typeof status>
const list = z.object({ items: z.array(status) })

const named = z.object({ id: z.string(), name: z.string() })
/** What keeps a status from being deleted (CFS-15): stands in the refusal's `detail`. */
const statusUses = z.object({ pipelines: z.array(named), templates: z.array(named) })
export type StatusUses = z.output<typeof statusUses>

const params = z.object({ id: idSchema<ClientStatusId>() })

/** Client-facing job statuses: what clients may be told of a job (CFS-1). */
export const clientStatusesContract = contract({
  listClientStatuses: {
    method: 'get',
    path: '/client-statuses',
    summary: 'The firm’s client-facing statuses, in its order (CFS-1)',
    who: { staff: 'any' },
    returns: list,
    example: {},
  },
  createClientStatus: {
    method: 'post',
    path: '/client-statuses',
    summary: 'Makes a status, the last of the list; its name is unique whatever the case',
    who: { staff: 'manage_templates' },
    body: z.strictObject({
      name: statusName,
      color: statusColor.default('gray'),
      description: statusDescription.default(''),
    }),
    returns: status,
    status: 201,
    example: { body: { name: 'Waiting for your papers', color: 'orange' } },
  },
  changeClientStatus: {
    method: 'patch',
    path: '/client-statuses/{id}',
    summary: 'Changes a status; name and colour change on every job, descriptions given to jobs stay (CFS-2)',
    who: { staff: 'manage_templates' },
    params,
    body: z.strictObject({
      name: statusName.optional(),
      color: statusColor.optional(),
      description: statusDescription.optional(),
    }),
    returns: status,
    revision: 'required',
    refusals: ['stale', 'precondition_required'],
  },
  orderClientStatuses: {
    method: 'put',
    path: '/client-status-order',
    summary: 'Puts the statuses in this order; those left out follow as they were',
    who: { staff: 'manage_templates' },
    body: z.strictObject({ ids: z.array(idSchema<ClientStatusId>()).min(1).max(MOST_STATUSES) }),
    returns: list,
  },
  deleteClientStatus: {
    method: 'delete',
    path: '/client-statuses/{id}',
    summary: 'Deletes a status that no pipeline and no template uses; jobs that have it keep showing it (CFS-15)',
    who: { staff: 'manage_templates' },
    params,
    returns: z.null(),
    status: 204,
    refusals: ['in_use'],
  },
})
