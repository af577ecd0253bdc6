import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '../root-routes.tsx'

const editor = createRoute({
  getParentRoute: () => staffRoute,
  path: '/templates/organizers/$templateId',
  component: lazyRouteComponent(() => import('./organizer-template.tsx'), 'OrganizerTemplatePage'),
})

/** The editor of organizer templates; `new` in the address begins one. */
export const organizerTemplatePages = [editor]
