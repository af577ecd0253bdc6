import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import { Crash, Missing } from './shell/missing.tsx'

/**
 * The index of routes. Each page is loaded when it is first opened: `component: lazyRouteComponent(() => import(…))`.
 * A drawer is a child route of the page behind it, and closing it goes to the parent.
 */
export const rootRoute = createRootRoute({ component: Outlet, notFoundComponent: Missing, errorComponent: Crash })

const pages = import.meta.env.MODE === 'production' ? [] : [galleryRoute()]

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
