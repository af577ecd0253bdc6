import type { Condition } from '#conditions/model.ts'
import type { ClientStatusId, MemberId, RoleId, TagId, TemplateId } from '#kernel/ids.ts'
import type { Assignee, Automation } from './pipeline.ts'

/* Short ways to write automations in the engine's tests; `example.fixture.ts` numbers them. */

export const tagCondition = (...tagIds: string[]): Condition => ({
  kind: 'all',
  of: tagIds.map((tagId) => ({ kind: 'tag', tagId })),
})

export type Ask = {
  [Kind in Automation['kind']]: Omit<Extract<Automation, { kind: Kind }>, 'id'>
}[Automation['kind']]

export const organizer = (condition: Condition | null = null, templateId = 'organizer'): Ask => ({
  kind: 'create_organizer',
  templateId: templateId as TemplateId,
  condition,
  repeat: 'every_visit',
})

export const task = (condition: Condition | null = null, templateId = 'task'): Ask => ({
  kind: 'create_task',
  templateId: templateId as TemplateId,
  condition,
  repeat: 'every_visit',
})

export const email = (condition: Condition | null = null, templateId = 'email'): Ask => ({
  kind: 'send_email',
  templateId: templateId as TemplateId,
  condition,
  repeat: 'every_visit',
})

export const tags = (
  change: { add?: string[]; remove?: string[]; clear?: boolean },
  condition: Condition | null = null,
): Ask => ({
  kind: 'update_account_tags',
  add: (change.add ?? []) as TagId[],
  remove: (change.remove ?? []) as TagId[],
  clear: change.clear ?? false,
  condition,
  repeat: 'every_visit',
})

export const access = (change: { add?: string[]; remove?: string[]; replace?: boolean }): Ask => ({
  kind: 'update_account_access',
  add: (change.add ?? []) as MemberId[],
  remove: (change.remove ?? []) as MemberId[],
  replace: change.replace ?? false,
  condition: null,
  repeat: 'every_visit',
})

/** People by name, roles as 'role preparer'. */
export const assignees = (change: { add?: string[]; remove?: string[]; clear?: boolean }): Ask => ({
  kind: 'update_job_assignees',
  add: (change.add ?? []).map(assignee),
  remove: (change.remove ?? []).map(assignee),
  clear: change.clear ?? false,
  condition: null,
  repeat: 'every_visit',
})

function assignee(name: string): Assignee {
  const role = /^role (.+)$/.exec(name)?.[1]
  return role ? { kind: 'role', id: role as RoleId } : { kind: 'member', id: name as MemberId }
}

type ClientStatusWish = { visible?: boolean; statusId?: string | null; description?: string; notify?: boolean }

export const clientStatus = ({ visible = true, statusId = 'in review', ...rest }: ClientStatusWish): Ask => ({
  kind: 'update_client_status',
  visible,
  statusId: statusId as ClientStatusId | null,
  description: rest.description ?? null,
  notify: rest.notify ?? false,
  condition: null,
  repeat: 'every_visit',
})
