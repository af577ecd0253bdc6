import { createRootRoute, createRoute, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import { Crash, Missing } from './shell/missing.tsx'

export const rootRoute = createRootRoute({ component: Outlet, notFoundComponent: Missing, errorComponent: Crash })

/** Every page of the staff app is a child of this one: it asks who is signed in and draws the frame. */
export const staffRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'staff',
  component: lazyRouteComponent(() => import('./pages/staff-app.tsx'), 'StaffApp'),
})
