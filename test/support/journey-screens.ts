import type { Person } from './browser.ts'
import type { Ids } from './journey-ids.ts'
import {
  addJobs,
  editJob,
  editMany,
  jobTags,
  leaveEdit,
  moveMenu,
  movePanel,
  openFilters,
  pressed,
  savedFilters,
  signedOut,
} from './journey-opened.ts'
import { taskScreens } from './journey-screens-of-tasks.ts'

/** Who looks: the owner, an employee with few rights, a client, or somebody not signed in. */
export type Who = 'owner' | 'employee' | 'client' | 'stranger'

export type Screen = {
  /** names the picture */
  name: string
  who: Who[]
  path(ids: Ids): string
  /** what is opened on it before it is looked at */
  open?: (person: Person) => Promise<unknown>
  /** it needs something that only a firm at work has */
  full?: true
}

const staff = ['owner', 'employee'] satisfies Who[]
const owner = ['owner'] satisfies Who[]
const client = ['client'] satisfies Who[]
const stranger = ['stranger'] satisfies Who[]

/** The screens at which people look, in the states that differ. */
export const screens: Screen[] = [
  { name: 'sign-in', who: stranger, path: () => '/sign-in' },
  { name: 'sign-up', who: stranger, path: () => '/sign-up' },
  { name: 'forgotten-password', who: stranger, path: () => '/forgotten-password' },
  { name: 'new-password-old-link', who: stranger, path: () => '/new-password?token=unknown' },
  { name: 'invitation-old-link', who: stranger, path: () => '/invitation?token=unknown' },
  {
    name: 'portal-sign-in',
    who: stranger,
    path: ({ slug }) => `/portal/${slug}`, // as clients type it
    open: ({ page }) => page.waitForURL('**/sign-in'),
  },
  { name: 'portal-sign-in-old-link', who: stranger, path: ({ slug }) => `/portal/${slug}/sign-in?token=unknown` },
  { name: 'todo-link', who: stranger, path: ({ todo }) => new URL(todo).pathname },
  { name: 'todo-unknown', who: stranger, path: () => '/todo/unknown' },
  { name: 'missing', who: ['stranger', 'owner'], path: () => '/no-such-page' },

  { name: 'home', who: staff, path: () => '/' },
  { name: 'clients', who: staff, path: () => '/clients' },
  { name: 'clients-none-found', who: owner, path: () => '/clients?search=nobody-is-called-this' },
  { name: 'client-new', who: owner, path: () => '/clients/new' },
  { name: 'client', who: owner, path: ({ account }) => `/clients/${account}`, full: true },
  { name: 'client-edit', who: owner, path: ({ account }) => `/clients/${account}/edit`, full: true },
  { name: 'contact-new', who: owner, path: ({ account }) => `/clients/${account}/contacts/new`, full: true },
  { name: 'contact', who: owner, path: ({ contact }) => `/clients/${contact}`, full: true },
  { name: 'imports', who: owner, path: () => '/clients/import' },
  { name: 'import-columns', who: owner, path: ({ uploaded }) => `/clients/import/${uploaded}`, full: true },
  { name: 'import-running', who: owner, path: ({ running }) => `/clients/import/${running}`, full: true },
  { name: 'import-report', who: owner, path: ({ finished }) => `/clients/import/${finished}`, full: true },

  { name: 'workflow', who: staff, path: () => '/workflow' },
  { name: 'board', who: staff, path: ({ pipeline }) => `/workflow/${pipeline}`, full: true },
  { name: 'board-none-found', who: owner, path: ({ pipeline }) => `/workflow/${pipeline}?q=zzzz`, full: true },
  { name: 'board-saved', who: owner, path: ({ pipeline }) => `/workflow/${pipeline}`, open: savedFilters, full: true },
  { name: 'add-jobs', who: owner, path: ({ pipeline }) => `/workflow/${pipeline}`, open: addJobs, full: true },
  { name: 'move-menu', who: owner, path: ({ pipeline }) => `/workflow/${pipeline}`, open: moveMenu, full: true },
  { name: 'move-panel', who: owner, path: ({ pipeline }) => `/workflow/${pipeline}`, open: movePanel, full: true },
  { name: 'job', who: owner, path: ({ pipeline, job }) => `/workflow/${pipeline}/jobs/${job}`, full: true },
  {
    name: 'job-edit',
    who: owner,
    path: ({ pipeline, job }) => `/workflow/${pipeline}/jobs/${job}`,
    open: editJob,
    full: true,
  },
  {
    name: 'job-tags',
    who: owner,
    path: ({ pipeline, job }) => `/workflow/${pipeline}/jobs/${job}`,
    open: jobTags,
    full: true,
  },
  {
    name: 'job-edit-left',
    who: owner,
    path: ({ pipeline, job }) => `/workflow/${pipeline}/jobs/${job}`,
    open: leaveEdit,
    full: true,
  },
  {
    name: 'jobs-archived',
    who: owner,
    path: ({ pipeline }) => `/workflow/${pipeline}/archived`,
    open: ({ page }) => page.getByRole('dialog').waitFor(),
    full: true,
  },
  { name: 'job-found', who: owner, path: ({ job }) => `/jobs/${job}`, full: true },
  { name: 'jobs-list', who: staff, path: () => '/workflow/jobs' },
  { name: 'jobs-list-grouped', who: staff, path: () => '/workflow/jobs?group=stage' },
  { name: 'jobs-list-filters', who: owner, path: () => '/workflow/jobs', open: openFilters },
  { name: 'jobs-list-saved', who: staff, path: () => '/workflow/jobs?priority=medium', open: savedFilters },
  { name: 'jobs-list-edit', who: owner, path: () => '/workflow/jobs', open: editMany, full: true },
  { name: 'jobs-list-archived', who: owner, path: () => '/workflow/jobs?state=archived' },
  { name: 'jobs-recurring', who: staff, path: () => '/workflow/recurring' },
  { name: 'jobs-recurring-ended', who: owner, path: () => '/workflow/recurring?state=ended' },
  { name: 'job-recurrence-new', who: owner, path: () => '/workflow/recurring/new' },
  {
    name: 'job-recurrence',
    who: owner,
    path: ({ jobRecurrence }) => `/workflow/recurring/${jobRecurrence}`,
    full: true,
  },
  { name: 'calendar', who: staff, path: () => '/calendar' },
  { name: 'calendar-tasks', who: owner, path: () => '/calendar/tasks' },
  { name: 'organizers', who: staff, path: () => '/organizers' },
  { name: 'organizer', who: owner, path: ({ organizer }) => `/organizers/${organizer}`, full: true },
  ...taskScreens,

  { name: 'templates', who: staff, path: () => '/templates' },
  { name: 'organizer-templates', who: owner, path: () => '/templates/organizers' },
  { name: 'email-templates', who: owner, path: () => '/templates/emails' },
  { name: 'task-templates', who: owner, path: () => '/templates/tasks' },
  { name: 'job-templates', who: owner, path: () => '/templates/jobs' },
  { name: 'job-template-new', who: owner, path: () => '/templates/jobs/new' },
  { name: 'client-statuses', who: staff, path: () => '/templates/client-statuses' },
  { name: 'email-template', who: owner, path: ({ email }) => `/templates/emails/${email}`, full: true },
  {
    name: 'organizer-template',
    who: owner,
    path: ({ organizerTemplate }) => `/templates/organizers/${organizerTemplate}`,
    full: true,
  },
  { name: 'organizer-template-new', who: owner, path: () => '/templates/organizers/new' },
  { name: 'email-template-new', who: owner, path: () => '/templates/emails/new' },
  { name: 'task-template', who: owner, path: ({ taskTemplate }) => `/templates/tasks/${taskTemplate}`, full: true },
  { name: 'pipelines-archived', who: owner, path: () => '/templates?state=archived' },
  { name: 'library', who: owner, path: () => '/templates/library' },
  { name: 'own-pack-gone', who: owner, path: () => '/templates/library/own/00000000-0000-4000-8000-000000000000' },
  { name: 'pack', who: owner, path: () => '/templates/library/us_1040' },
  { name: 'pipeline', who: owner, path: ({ pipeline }) => `/templates/pipelines/${pipeline}`, full: true },
  {
    name: 'pipeline-statuses',
    who: owner,
    path: ({ pipeline }) => `/templates/pipelines/${pipeline}/statuses`,
    full: true,
  },
  {
    name: 'pipeline-dry-run',
    who: owner,
    path: ({ pipeline }) => `/templates/pipelines/${pipeline}/dry-run`,
    full: true,
  },
  {
    name: 'pipeline-settings',
    who: owner,
    path: ({ pipeline }) => `/templates/pipelines/${pipeline}/settings`,
    full: true,
  },
  {
    name: 'pipeline-versions',
    who: owner,
    path: ({ pipeline }) => `/templates/pipelines/${pipeline}/versions`,
    full: true,
  },
  {
    name: 'pipeline-compare',
    who: owner,
    path: ({ pipeline }) => `/templates/pipelines/${pipeline}/versions/compare`,
    full: true,
  },
  {
    name: 'pipeline-version',
    who: owner,
    path: ({ pipeline }) => `/templates/pipelines/${pipeline}/versions/1`,
    full: true,
  },

  { name: 'settings', who: owner, path: () => '/settings' },
  { name: 'second-factor', who: owner, path: () => '/second-factor' },
  { name: 'settings-profile', who: staff, path: () => '/settings/profile' },
  { name: 'settings-security', who: staff, path: () => '/settings/security' },
  { name: 'settings-firm', who: owner, path: () => '/settings/firm' },
  { name: 'settings-roles', who: staff, path: () => '/settings/roles' },
  { name: 'tags', who: owner, path: () => '/settings/tags' },
  { name: 'signed-out', who: owner, path: () => '/settings/tags', open: signedOut },
  { name: 'team', who: staff, path: () => '/settings/team' },
  { name: 'team-invite', who: owner, path: () => '/settings/team/invite' },
  { name: 'team-member', who: owner, path: ({ member }) => `/settings/team/${member}` },
  { name: 'mails', who: owner, path: () => '/settings/mail' },
  { name: 'mail', who: owner, path: ({ mail }) => `/settings/mail/${mail}`, full: true },
  { name: 'activity', who: owner, path: () => '/settings/activity' },
  { name: 'activity-narrowed', who: owner, path: () => '/settings/activity?kind=sign_in&who=system&to=2020-01-01' },
  { name: 'history', who: staff, path: ({ job }) => `/history/jobs/${job}`, full: true },
  { name: 'history-of-template', who: owner, path: ({ email }) => `/history/templates/${email}`, full: true },
  {
    name: 'palette',
    who: owner,
    path: () => '/settings/profile',
    open: pressed('Control+k'),
  },
  { name: 'keys', who: owner, path: () => '/settings/profile', open: pressed('?') },

  { name: 'portal-home', who: client, path: () => '/portal' },
  { name: 'portal-organizer', who: client, path: ({ own }) => `/portal/organizers/${own}` },
  { name: 'portal-all-sections', who: client, path: ({ own }) => `/portal/organizers/${own}/all-sections` },
  { name: 'portal-review', who: client, path: ({ own }) => `/portal/organizers/${own}/check-and-send` },
]
