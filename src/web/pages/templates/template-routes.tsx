import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '../../root-routes.tsx'

const pages = () => import('./pipelines-pages.tsx')
const lists = () => import('./templates-page.tsx')

/** Archived or deleted pipelines, instead of the others. */
function outOfUse({ state }: Record<string, unknown>): { state?: 'archived' | 'deleted' } {
  return state === 'archived' || state === 'deleted' ? { state } : {}
}

const workflow = createRoute({
  getParentRoute: () => staffRoute,
  path: '/workflow',
  validateSearch: outOfUse,
  component: lazyRouteComponent(pages, 'WorkflowPage'),
})

const templates = createRoute({
  getParentRoute: () => staffRoute,
  path: '/templates',
  validateSearch: outOfUse,
  component: lazyRouteComponent(pages, 'PipelineTemplatesPage'),
})

const organizers = createRoute({
  getParentRoute: () => staffRoute,
  path: '/templates/organizers',
  component: lazyRouteComponent(lists, 'OrganizerTemplatesPage'),
})

const emails = createRoute({
  getParentRoute: () => staffRoute,
  path: '/templates/emails',
  component: lazyRouteComponent(lists, 'EmailTemplatesPage'),
})

const tasks = createRoute({
  getParentRoute: () => staffRoute,
  path: '/templates/tasks',
  component: lazyRouteComponent(lists, 'TaskTemplatesPage'),
})

const clientStatuses = createRoute({
  getParentRoute: () => staffRoute,
  path: '/templates/client-statuses',
  component: lazyRouteComponent(() => import('./client-statuses-page.tsx'), 'ClientStatusesPage'),
})

const task = createRoute({
  getParentRoute: () => staffRoute,
  path: '/templates/tasks/$templateId',
  component: lazyRouteComponent(() => import('#features/tasks/web/task-template-editor.tsx'), 'TaskTemplatePage'),
})

const jobs = createRoute({
  getParentRoute: () => staffRoute,
  path: '/templates/jobs',
  component: lazyRouteComponent(lists, 'JobTemplatesPage'),
})

const job = createRoute({
  getParentRoute: () => staffRoute,
  path: '/templates/jobs/$templateId',
  component: lazyRouteComponent(() => import('#features/jobs/web/job-template-editor.tsx'), 'JobTemplatePage'),
})

const library = createRoute({
  getParentRoute: () => staffRoute,
  path: '/templates/library',
  component: lazyRouteComponent(() => import('#features/library/web/library-page.tsx'), 'LibraryPage'),
})

const pack = createRoute({
  getParentRoute: () => staffRoute,
  path: '/templates/library/$key',
  component: lazyRouteComponent(() => import('#features/library/web/pack-page.tsx'), 'PackPage'),
})

const ownPack = createRoute({
  getParentRoute: () => staffRoute,
  path: '/templates/library/own/$id',
  validateSearch: selection,
  component: lazyRouteComponent(() => import('./own-pack.tsx'), 'OwnPackPage'),
})

const pipeline = createRoute({
  getParentRoute: () => staffRoute,
  path: '/templates/pipelines/$id',
  component: lazyRouteComponent(() => import('#features/pipelines/web/editor-page.tsx'), 'PipelinePage'),
})

/** What is selected in the stages stands in the address. */
function selection({ selected }: Record<string, unknown>): { selected?: string } {
  return typeof selected === 'string' ? { selected } : {}
}

const stages = createRoute({
  getParentRoute: () => pipeline,
  path: '/',
  validateSearch: selection,
  component: lazyRouteComponent(() => import('#features/pipelines/web/stages-tab.tsx'), 'StagesTab'),
})

const statuses = createRoute({
  getParentRoute: () => pipeline,
  path: 'statuses',
  validateSearch: selection,
  component: lazyRouteComponent(() => import('#features/pipelines/web/statuses-tab.tsx'), 'StatusesTab'),
})

const settings = createRoute({
  getParentRoute: () => pipeline,
  path: 'settings',
  component: lazyRouteComponent(() => import('#features/pipelines/web/settings-tab.tsx'), 'SettingsTab'),
})

const dryRun = createRoute({
  getParentRoute: () => pipeline,
  path: 'dry-run',
  component: lazyRouteComponent(() => import('./dry-run-tab.tsx'), 'DryRunTab'),
})

const versions = createRoute({
  getParentRoute: () => pipeline,
  path: 'versions',
  component: lazyRouteComponent(() => import('#features/pipelines/web/versions-tab.tsx'), 'VersionsTab'),
})

/** Which versions are compared; without `to` it is the draft. */
function compared({ from, to }: Record<string, unknown>): { from?: number; to?: number } {
  return { ...(isVersion(from) && { from }), ...(isVersion(to) && { to }) }
}

function isVersion(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) > 0
}

const compare = createRoute({
  getParentRoute: () => pipeline,
  path: 'versions/compare',
  validateSearch: compared,
  component: lazyRouteComponent(() => import('#features/pipelines/web/compare-tab.tsx'), 'CompareTab'),
})

const version = createRoute({
  getParentRoute: () => pipeline,
  path: 'versions/$version',
  validateSearch: selection,
  component: lazyRouteComponent(() => import('#features/pipelines/web/version-tab.tsx'), 'VersionTab'),
})

/** Pipelines with their editor, the library, and the lists of templates. */
export const templatePages = [
  workflow,
  templates,
  organizers,
  emails,
  tasks,
  task,
  jobs,
  job,
  clientStatuses,
  library,
  pack,
  ownPack,
  pipeline.addChildren([stages, statuses, dryRun, settings, versions, compare, version]),
]
