import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { mailRoutes } from './pages/mail-routes.ts'
import { rootRoute, staffRoute } from './root-routes.tsx'

/**
 * The index of routes, an array per area. Each page is loaded when it is first opened: `component:
 * lazyRouteComponent(() => import(…))`. A drawer is a child route of the page behind it; closing it goes to the parent.
 */
const staffPages = [staffRoute.addChildren([...mailRoutes])]

const pages = import.meta.env.MODE === 'production' ? staffPages : [...staffPages, galleryRoute()]

export const router = createRouter({
  routeTree: rootRoute.addChildren(pages),
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
