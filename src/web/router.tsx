import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { makeQueryClient } from './api/query-client.ts'
import { calendarPages } from './pages/calendar-routes.tsx'
import { clientRoutes } from './pages/client-routes.ts'
import { entryPages } from './pages/entry/entry-routes.tsx'
import { isEntry, signInPath } from './pages/entry/portal-address.ts'
import { jobsPages } from './pages/jobs-routes.tsx'
import { mailRoutes } from './pages/mail-routes.ts'
import { organizerTemplatePages } from './pages/organizer-template-routes.tsx'
import { portalPages } from './pages/portal/portal-routes.tsx'
import { settingsPages } from './pages/settings/settings-routes.tsx'
import { tasksPages } from './pages/tasks-routes.tsx'
import { templatePages } from './pages/templates/template-routes.tsx'
import { rootRoute, staffRoute } from './root-routes.tsx'
import { tellSessionEnd } from './session-end.ts'

/**
 * The index of routes, an array per area. Each page is loaded when it is first opened: `component:
 * lazyRouteComponent(() => import(…))`. A drawer is a child route of the page behind it; closing it goes to the parent.
 */
const staffPages = [
  staffRoute.addChildren([
    ...clientRoutes,
    ...jobsPages,
    ...calendarPages,
    ...tasksPages,
    ...settingsPages,
    ...mailRoutes,
    ...templatePages,
    ...organizerTemplatePages,
  ]),
]

const shown = [...entryPages, ...portalPages, ...staffPages]

const pages = import.meta.env.MODE === 'production' ? shown : [...shown, galleryRoute()]

/** Whoever is told that his session has ended signs in again right there, or is led to where he does. */
const queries = makeQueryClient(() => {
  const { location } = router.history
  if (!isEntry(location.pathname) && !tellSessionEnd()) router.history.push(signInPath(location))
})

export const router = createRouter({
  routeTree: rootRoute.addChildren(pages),
  context: { queries },
  defaultPreload: 'intent',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

/** Every component in its states; not in the build that is released (`vite build --mode gallery` has it too). */
function galleryRoute() {
  return createRoute({
    getParentRoute: () => rootRoute,
    path: '/gallery/{-$part}',
    component: lazyRouteComponent(() => import('./pages/gallery/gallery.tsx'), 'Gallery'),
  })
}
