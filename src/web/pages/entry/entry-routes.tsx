import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { rootRoute } from '../../root-routes.tsx'

/** Pages before anybody is signed in. Opening one does nothing yet: mail scanners open links (D-12). */
export const entryPages = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/sign-in',
    component: lazyRouteComponent(() => import('./sign-in.tsx'), 'SignInPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/sign-up',
    component: lazyRouteComponent(() => import('./sign-up.tsx'), 'SignUpPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/forgotten-password',
    component: lazyRouteComponent(() => import('./forgotten-password.tsx'), 'ForgottenPasswordPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/new-password',
    component: lazyRouteComponent(() => import('./new-password.tsx'), 'NewPasswordPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/invitation',
    component: lazyRouteComponent(() => import('./invitation.tsx'), 'InvitationPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/second-factor',
    component: lazyRouteComponent(() => import('./second-factor.tsx'), 'SecondFactorPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/portal/$slug',
    beforeLoad: ({ params }) => {
      throw redirect({ to: '/portal/$slug/sign-in', params, replace: true })
    },
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/portal/$slug/sign-in',
    component: lazyRouteComponent(() => import('./portal-sign-in.tsx'), 'PortalSignInPage'),
  }),
]
