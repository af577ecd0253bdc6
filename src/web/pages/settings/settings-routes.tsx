import { createRoute, lazyRouteComponent, Navigate } from '@tanstack/react-router'
import { staffRoute } from '../../root-routes.tsx'

const team = createRoute({
  getParentRoute: () => staffRoute,
  path: '/settings/team',
  component: lazyRouteComponent(() => import('./team-page.tsx'), 'TeamPage'),
})

const invite = createRoute({
  getParentRoute: () => team,
  path: 'invite',
  component: lazyRouteComponent(() => import('./team-page.tsx'), 'InvitePanel'),
})

const member = createRoute({
  getParentRoute: () => team,
  path: '$memberId',
  component: lazyRouteComponent(() => import('./team-page.tsx'), 'MemberPanel'),
})

/** The settings of oneself, the team and the firm. */
export const settingsPages = [
  createRoute({
    getParentRoute: () => staffRoute,
    path: '/settings',
    component: () => <Navigate to="/settings/profile" replace />,
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: '/settings/profile',
    component: lazyRouteComponent(() => import('./profile-page.tsx'), 'ProfilePage'),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: '/settings/security',
    component: lazyRouteComponent(() => import('./security-page.tsx'), 'SecurityPage'),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: '/settings/firm',
    component: lazyRouteComponent(() => import('./firm-page.tsx'), 'FirmPage'),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: '/settings/roles',
    component: lazyRouteComponent(() => import('./roles-page.tsx'), 'RolesPage'),
  }),
  team.addChildren([invite, member]),
]
