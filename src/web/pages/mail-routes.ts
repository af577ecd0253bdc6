import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { activitySearch } from '#features/activity/web/activity-search.ts'
import { mailSearch } from '#features/emails/web/mail-search.ts'
import { checked } from '../checked-search.ts'
import { staffRoute } from '../root-routes.tsx'

const emailTemplate = createRoute({
  getParentRoute: () => staffRoute,
  path: '/templates/emails/$templateId',
  component: lazyRouteComponent(() => import('#features/emails/web/email-editor.tsx'), 'EmailEditorPage'),
})

const mails = createRoute({
  getParentRoute: () => staffRoute,
  path: '/settings/mail',
  validateSearch: checked(mailSearch),
  component: lazyRouteComponent(() => import('#features/emails/web/mails-page.tsx'), 'MailsPage'),
})

const mail = createRoute({
  getParentRoute: () => mails,
  path: '$mailId',
  component: lazyRouteComponent(() => import('./mail.tsx'), 'MailPanel'),
})

const activity = createRoute({
  getParentRoute: () => staffRoute,
  path: '/settings/activity',
  validateSearch: checked(activitySearch),
  component: lazyRouteComponent(() => import('#features/activity/web/activity-page.tsx'), 'ActivityPage'),
})

const history = createRoute({
  getParentRoute: () => staffRoute,
  path: '/history/$thing/$id',
  validateSearch: checked(activitySearch),
  component: lazyRouteComponent(() => import('#features/activity/web/history-page.tsx'), 'HistoryPage'),
})

/** The editor of e-mail templates, the mails that went out, the firm's activity, and the history of each thing. */
export const mailRoutes = [emailTemplate, mails.addChildren([mail]), activity, history]
