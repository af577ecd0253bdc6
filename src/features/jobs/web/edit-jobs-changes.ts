import type { Lifecycle } from '#engine/core/model.ts'
import type { InputOf } from '#web/api/call.ts'
import type { jobsContract } from '../contract.ts'

/** What is filled in to change many jobs; what is empty stays as it is on each. */
export type Changes = {
  priority: string | null
  startOn: string
  dueOn: string
  /** the date is taken away */
  noStart: boolean
  noDue: boolean
  add: string[]
  remove: string[]
  roles: string[]
  addTags: string[]
  removeTags: string[]
  lifecycle: Lifecycle | null
  shown: 'show' | 'hide' | null
  clientStatusId: string | null
  clientText: string
}

export const NOTHING: Changes = {
  priority: null,
  startOn: '',
  dueOn: '',
  noStart: false,
  noDue: false,
  add: [],
  remove: [],
  roles: [],
  addTags: [],
  removeTags: [],
  lifecycle: null,
  shown: null,
  clientStatusId: null,
  clientText: '',
}

export type SetChanges = (changed: Partial<Changes>) => void

type Body = NonNullable<InputOf<typeof jobsContract.editJobs>['body']>

/** What was filled in, as the API takes it. */
export function bodyOf(changes: Changes): Body {
  const { priority, startOn, dueOn, noStart, noDue, add, remove, roles, addTags, removeTags, lifecycle } = changes
  return {
    ...(priority ? { priority: priority as 'low' | 'medium' | 'high' | 'urgent' } : {}),
    ...(noStart ? { startOn: null } : startOn ? { startOn } : {}),
    ...(noDue ? { dueOn: null } : dueOn ? { dueOn } : {}),
    ...(add.length > 0 ? { addAssigneeIds: add } : {}),
    ...(remove.length > 0 ? { removeAssigneeIds: remove } : {}),
    ...(roles.length > 0 ? { addRoleIds: roles } : {}),
    ...(addTags.length > 0 ? { addTagIds: addTags } : {}),
    ...(removeTags.length > 0 ? { removeTagIds: removeTags } : {}),
    ...(lifecycle ? { lifecycle } : {}),
    ...clientOf(changes),
  }
}

function clientOf({ shown, clientStatusId: statusId, clientText: description }: Changes): Pick<Body, 'client'> {
  if (!shown) return {}
  const visible = shown === 'show'
  return { client: { visible, ...(visible && statusId ? { statusId, description } : {}) } }
}
