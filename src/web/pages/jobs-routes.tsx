import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { jobsContract } from '#features/jobs/contract.ts'
import { boardSearch, filterOf } from '#features/jobs/web/board-search.ts'
import { jobsSearch } from '#features/jobs/web/jobs-search.ts'
import { organizerSearch } from '#features/organizers/web/staff-search.ts'
import { isId } from '#kernel/ids.ts'
import { askEarly } from '../api/hooks.ts'
import { checked } from '../checked-search.ts'
import { staffRoute } from '../root-routes.tsx'
import type { RecurringSearch } from './recurring-jobs.tsx'

const home = createRoute({
  getParentRoute: () => staffRoute,
  path: '/',
  validateSearch: ({ mine }: Record<string, unknown>): { mine?: true } => (mine === true ? { mine } : {}),
  component: lazyRouteComponent(() => import('./home.tsx'), 'HomePage'),
})

const board = createRoute({
  getParentRoute: () => staffRoute,
  path: '/workflow/$pipelineId',
  validateSearch: checked(boardSearch),
  loaderDeps: ({ search }) => filterOf(search),
  loader: ({ context, params, deps }) =>
    askEarly(context.queries, jobsContract.getBoard, { params: { id: params.pipelineId }, query: deps }),
  component: lazyRouteComponent(() => import('./board.tsx'), 'BoardPage'),
})

const job = createRoute({
  getParentRoute: () => board,
  path: 'jobs/$jobId',
  component: lazyRouteComponent(() => import('./job.tsx'), 'JobPanel'),
})

const archived = createRoute({
  getParentRoute: () => board,
  path: 'archived',
  component: lazyRouteComponent(() => import('./board.tsx'), 'ArchivedPanel'),
})

/** For links that know the job only: leads to its drawer over its pipeline's board. */
const anyJob = createRoute({
  getParentRoute: () => staffRoute,
  path: '/jobs/$jobId',
  component: lazyRouteComponent(() => import('./job.tsx'), 'FindJob'),
})

const organizers = createRoute({
  getParentRoute: () => staffRoute,
  path: '/organizers',
  validateSearch: checked(organizerSearch),
  component: lazyRouteComponent(() => import('./organizers-list.tsx'), 'OrganizersPage'),
})

const organizer = createRoute({
  getParentRoute: () => organizers,
  path: '$organizerId',
  component: lazyRouteComponent(() => import('./organizers-list.tsx'), 'OrganizerPanel'),
})

const jobsList = createRoute({
  getParentRoute: () => staffRoute,
  path: '/workflow/jobs',
  validateSearch: checked(jobsSearch),
  component: lazyRouteComponent(() => import('./jobs-list.tsx'), 'JobsPage'),
})

const recurring = createRoute({
  getParentRoute: () => staffRoute,
  path: '/workflow/recurring',
  validateSearch: ({ state, pipeline, account }: Record<string, unknown>): RecurringSearch => ({
    ...(state === 'ended' ? { state } : {}),
    ...(typeof pipeline === 'string' && isId(pipeline) ? { pipeline } : {}),
    ...(typeof account === 'string' && isId(account) ? { account } : {}),
  }),
  component: lazyRouteComponent(() => import('./recurring-jobs.tsx'), 'RecurringJobsPage'),
})

const newRecurrence = createRoute({
  getParentRoute: () => recurring,
  path: 'new',
  component: lazyRouteComponent(() => import('./recurring-jobs.tsx'), 'NewJobRecurrencePanel'),
})

const recurrence = createRoute({
  getParentRoute: () => recurring,
  path: '$recurrenceId',
  component: lazyRouteComponent(() => import('./recurring-jobs.tsx'), 'JobRecurrencePanel'),
})

/** Home, boards with their jobs, and organizers. */
export const jobsPages = [
  home,
  board.addChildren([job, archived]),
  anyJob,
  jobsList,
  recurring.addChildren([newRecurrence, recurrence]),
  organizers.addChildren([organizer]),
]
