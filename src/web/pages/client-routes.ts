import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { clientsSearch } from '#features/accounts/web/clients-search.ts'
import { checked } from '../checked-search.ts'
import { staffRoute } from '../root-routes.tsx'

const clients = createRoute({
  getParentRoute: () => staffRoute,
  path: '/clients',
  validateSearch: checked(clientsSearch),
  component: lazyRouteComponent(() => import('./clients.tsx'), 'Clients'),
})

const newClient = createRoute({
  getParentRoute: () => clients,
  path: 'new',
  component: lazyRouteComponent(() => import('#features/accounts/web/new-client-drawer.tsx'), 'NewClientDrawer'),
})

const client = createRoute({
  getParentRoute: () => staffRoute,
  path: '/clients/$accountId',
  component: lazyRouteComponent(() => import('./account.tsx'), 'AccountPage'),
})

const edit = createRoute({
  getParentRoute: () => client,
  path: 'edit',
  component: lazyRouteComponent(() => import('./account.tsx'), 'EditPanel'),
})

const addContact = createRoute({
  getParentRoute: () => client,
  path: 'contacts/new',
  component: lazyRouteComponent(() => import('./account.tsx'), 'AddContactPanel'),
})

const contact = createRoute({
  getParentRoute: () => client,
  path: 'contacts/$contactId',
  component: lazyRouteComponent(() => import('./account.tsx'), 'ContactPanel'),
})

const imports = createRoute({
  getParentRoute: () => staffRoute,
  path: '/clients/import',
  component: lazyRouteComponent(() => import('#features/imports/web/imports-page.tsx'), 'ImportsPage'),
})

const oneImport = createRoute({
  getParentRoute: () => staffRoute,
  path: '/clients/import/$importId',
  component: lazyRouteComponent(() => import('#features/imports/web/import-page.tsx'), 'ImportPage'),
})

const tags = createRoute({
  getParentRoute: () => staffRoute,
  path: '/settings/tags',
  component: lazyRouteComponent(() => import('./settings/tags-page.tsx'), 'TagsPage'),
})

/** Clients, their imports, and the tags they can have. */
export const clientRoutes = [
  clients.addChildren([newClient]),
  client.addChildren([edit, addContact, contact]),
  imports,
  oneImport,
  tags,
]
