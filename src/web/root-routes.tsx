import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import { identityContract } from '#features/identity/contract.ts'
import { askEarly } from './api/hooks.ts'
import { Crash, Missing } from './shell/missing.tsx'
import { allTexts, needsFirstTexts } from './texts/loaded.ts'

export const rootRoute = createRootRouteWithContext<{ queries: QueryClient }>()({
  beforeLoad: ({ location }) => (needsFirstTexts(location.pathname) ? undefined : allTexts()),
  component: Outlet,
  notFoundComponent: Missing,
  errorComponent: Crash,
})

/** Every page of the staff app is a child of this one: it asks who is signed in and draws the frame. */
export const staffRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'staff',
  loader: ({ context }) => askEarly(context.queries, identityContract.getSession, {}),
  component: lazyRouteComponent(() => import('./pages/staff-app.tsx'), 'StaffApp'),
})
