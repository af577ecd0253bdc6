import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../root-routes.tsx'

const home = createRoute({
  getParentRoute: () => rootRoute,
  path: '/portal',
  validateSearch: ({ account }: Record<string, unknown>): { account?: string } =>
    typeof account === 'string' ? { account } : {},
  component: lazyRouteComponent(() => import('./portal-home-page.tsx'), 'PortalHomePage'),
})

const organizer = createRoute({
  getParentRoute: () => rootRoute,
  path: '/portal/organizers/$id/{-$place}',
  component: lazyRouteComponent(() => import('./portal-organizer-page.tsx'), 'PortalOrganizerPage'),
})

const todoLink = createRoute({
  getParentRoute: () => rootRoute,
  path: '/todo/$token/{-$place}',
  component: lazyRouteComponent(() => import('./todo-page.tsx'), 'TodoPage'),
})

/** What clients see: their start page, an organizer, and what the link of a mail opens. */
export const portalPages = [home, organizer, todoLink]
