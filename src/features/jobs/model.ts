import type { Priority } from '#conditions/model.ts'
import type { Lifecycle } from '#engine/core/model.ts'
import type { ClientStatusId, MemberId, RoleId } from '#kernel/ids.ts'
import { NO_DATES, type PlannedDates } from '#kernel/planned-dates.ts'

/** What becomes of a job (J-40). */
export const LIFECYCLES = ['active', 'completed', 'archived'] as const satisfies readonly Lifecycle[]

/** What a job is made from, by hand or by a template (JD-1); texts may hold shortcodes, filled in once (JOB-4). */
export type JobContent = {
  /** the job's name */
  title: string
  description: string
  priority: Priority
  /** people, and roles that stand for whoever holds them for the account when the job is made (JOB-6) */
  assigneeIds: MemberId[]
  roleIds: RoleId[]
  dates: PlannedDates
  /** minutes (JOB-9) */
  timeBudget: number | null
  client: ClientFacing
  comments: string[]
}

/** What the client is told of a job (JOB-10): whether he sees it, under which name, with which status and text. */
export type ClientFacing = {
  visible: boolean
  statusId: ClientStatusId | null
  /** '': the job's own name (CFS-13) */
  name: string
  description: string
}

export const HIDDEN: ClientFacing = { visible: false, statusId: null, name: '', description: '' }

export const EMPTY_CONTENT: JobContent = {
  title: '',
  description: '',
  priority: 'medium',
  assigneeIds: [],
  roleIds: [],
  dates: NO_DATES,
  timeBudget: null,
  client: HIDDEN,
  comments: [],
}

/** How much a text, a list may hold. */
export const MOST = { name: 255, text: 10_000, assignees: 50, comments: 20, minutes: 600_000 } as const

/** How long a deleted job can be taken back (JX-2). */
export const RESTORABLE_DAYS = 30
