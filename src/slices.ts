import { registerPorts } from '#engine/shell/ports.ts'
import type { OutboxKind } from '#platform/outbox/entries.ts'
import type { Slice } from '#platform/slices/slice.ts'
import { accountStates, accounts, lockAccounts } from './features/accounts/index.ts'
import { activity } from './features/activity/index.ts'
import { documents } from './features/documents/index.ts'
import { emails, sendEmails } from './features/emails/index.ts'
import { firms } from './features/firms/index.ts'
import { identity } from './features/identity/index.ts'
import { imports } from './features/imports/index.ts'
import {
  enterStages,
  jobs,
  loadJobs,
  lockJobs,
  markWaiting,
  recordOutcomes,
  saveCounts,
  saveJobs,
} from './features/jobs/index.ts'
import { library } from './features/library/index.ts'
import {
  describeOrganizers,
  linkedOrganizers,
  organizers,
  sendOrganizersOfStages,
} from './features/organizers/index.ts'
import { heldVersions, pipelines } from './features/pipelines/index.ts'
import { portal } from './features/portal/index.ts'
import { tagIds, tags, updateAccountTags } from './features/tags/index.ts'
import { createTasks, describeTasks, linkedTasks, tasks } from './features/tasks/index.ts'
import { team } from './features/team/index.ts'
import { templates, templateVersions } from './features/templates/index.ts'

/** The slices in order; the order is the dependency graph: a slice may import the index of those above it. */
export const slices: readonly Slice[] = [
  firms,
  tags,
  accounts,
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
    create_organizer: sendOrganizersOfStages,
    create_task: createTasks,
    send_email: sendEmails,
    update_account_tags: updateAccountTags,
    record_outcome: recordOutcomes,
  },
  loaders: { organizer: linkedOrganizers, task: linkedTasks },
  describers: { organizer: describeOrganizers, task: describeTasks },
  jobs: { lock: lockJobs, load: loadJobs, save: saveJobs, saveCounts, markWaiting },
  accounts: { lock: lockAccounts, load: accountStates },
  loadVersions: heldVersions,
  loadTemplates: templateVersions,
  loadTagIds: tagIds,
})
