import { TabLinks } from '../../design/tab-links.tsx'
import { useText } from '../../text.tsx'

/** The kinds of templates: pipelines, and what their automations use. */
export function TemplateTabs() {
  const t = useText()
  const tabs = [
    { to: '/templates', label: t('templates.pipelines'), exact: true },
    { to: '/templates/organizers', label: t('templates.organizers'), exact: true },
    { to: '/templates/emails', label: t('templates.emails'), exact: true },
    { to: '/templates/tasks', label: t('templates.tasks'), exact: true },
    { to: '/templates/jobs', label: t('templates.jobs'), exact: true },
    { to: '/templates/client-statuses', label: t('client_statuses.title'), exact: true },
  ]
  return <TabLinks label={t('nav.templates')} tabs={tabs} />
}
