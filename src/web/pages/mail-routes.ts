import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '../root-routes.tsx'

const emailTemplates = createRoute({
  getParentRoute: () => staffRoute,
  path: '/templates/emails',
  component: lazyRouteComponent(() => import('#features/emails/web/email-templates-page.tsx'), 'EmailTemplatesPage'),
})

const emailTemplate = createRoute({
  getParentRoute: () => staffRoute,
  path: '/templates/emails/$templateId',
  component: lazyRouteComponent(() => import('#features/emails/web/email-editor.tsx'), 'EmailEditorPage'),
})

const mails = createRoute({
  getParentRoute: () => staffRoute,
  path: '/settings/mail',
  component: lazyRouteComponent(() => import('#features/emails/web/mails-page.tsx'), 'MailsPage'),
})

const mail = createRoute({
  getParentRoute: () => mails,
  path: '$mailId',
  component: lazyRouteComponent(() => import('#features/emails/web/mail-drawer.tsx'), 'MailDrawer'),
})

const activity = createRoute({
  getParentRoute: () => staffRoute,
  path: '/settings/activity',
  component: lazyRouteComponent(() => import('#features/activity/web/activity-page.tsx'), 'ActivityPage'),
})

/** E-mail templates, the mails that went out, and the firm's activity. */
export const mailRoutes = [emailTemplates, emailTemplate, mails.addChildren([mail]), activity]
