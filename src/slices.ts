import { registerPorts } from '#engine/shell/ports.ts'
import type { OutboxKind } from '#platform/outbox/entries.ts'
import type { Slice } from '#platform/slices/slice.ts'
import { accountStates, accounts, lockAccounts, updateAccountAccess } from './features/accounts/index.ts'
import { activity } from './features/activity/index.ts'
import { clientStatuses, clientStatusFacts } from './features/client-statuses/index.ts'
import { documents } from './features/documents/index.ts'
import { emails, sendEmails } from './features/emails/index.ts'
import { firms } from './features/firms/index.ts'
import { identity } from './features/identity/index.ts'
import { imports } from './features/imports/index.ts'
import { jobRecurrences } from './features/job-recurrences/index.ts'
import {
  enterStages,
  enterStatuses,
  jobs,
  leaveStatuses,
  loadJobs,
  lockJobs,
  markWaiting,
  ranOnce,
  recordOutcomes,
  saveCounts,
  saveJobs,
  updateAssignees,
  updateClientStatuses,
} from './features/jobs/index.ts'
import { library } from './features/library/index.ts'
import {
  carryOrganizers,
  describeOrganizers,
  linkedOrganizers,
  loadSubmitted,
  organizers,
  resolveOrganizers,
  sendOrganizersOfStages,
} from './features/organizers/index.ts'
import { heldVersions, pipelines } from './features/pipelines/index.ts'
import { portal } from './features/portal/index.ts'
import { roleIds, roles } from './features/roles/index.ts'
import { savedFilters } from './features/saved-filters/index.ts'
import { tagIds, tags, updateAccountTags } from './features/tags/index.ts'
import { carryTasks, createTasks, describeTasks, linkedTasks, resolveTasks, tasks } from './features/tasks/index.ts'
import { memberFacts, team } from './features/team/index.ts'
import { templates, templateVersions } from './features/templates/index.ts'
import { trials } from './features/trials/index.ts'

/** The slices in order; the order is the dependency graph: a slice may import the index of those above it. */
export const slices: readonly Slice[] = [
  firms,
  tags,
  accounts,
  roles,
  clientStatuses,
  templates,
  emails,
  identity,
  team,
  documents,
  organizers,
  portal,
  tasks,
  pipelines,
  jobs,
  savedFilters,
  jobRecurrences,
  trials,
  library,
  imports,
  activity,
]

/** One pg-boss queue per kind of outbox entry. */
export const outboxKinds: readonly OutboxKind[] = ['advance', 'bulk', 'mail', 'sign_in_link', 'import']

/** What the engine asks of the slices: one applier per kind of effect, one loader and describer per kind of item. */
registerPorts({
  appliers: {
    enter_stage: enterStages,
    enter_status: enterStatuses,
    leave_status: leaveStatuses,
    create_organizer: sendOrganizersOfStages,
    create_task: createTasks,
    send_email: sendEmails,
    update_account_tags: updateAccountTags,
    update_account_access: updateAccountAccess,
    update_job_assignees: updateAssignees,
    update_client_status: updateClientStatuses,
    record_outcome: recordOutcomes,
  },
  items: {
    organizer: {
      load: linkedOrganizers,
      describe: describeOrganizers,
      carry: carryOrganizers,
      resolve: resolveOrganizers,
    },
    task: { load: linkedTasks, describe: describeTasks, carry: carryTasks, resolve: resolveTasks },
  },
  jobs: { lock: lockJobs, load: loadJobs, ranOnce, save: saveJobs, saveCounts, markWaiting },
  accounts: { lock: lockAccounts, load: accountStates },
  loadVersions: heldVersions,
  loadTemplates: templateVersions,
  loadTagIds: tagIds,
  loadRoleIds: roleIds,
  loadMembers: memberFacts,
  loadClientStatuses: clientStatusFacts,
  loadSubmitted,
})
