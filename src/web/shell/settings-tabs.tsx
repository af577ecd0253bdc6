import { TabLinks } from '../design/tab-links.tsx'
import { useMember } from '../session.tsx'
import { useText } from '../text.tsx'

/** Each has a page of its own; what only owner and admins may see is not shown to others. */
const TABS = [
  { to: '/settings/profile', label: 'settings.profile', admin: false },
  { to: '/settings/security', label: 'settings.security', admin: false },
  { to: '/settings/team', label: 'settings.team', admin: false },
  { to: '/settings/roles', label: 'roles.title', admin: false },
  { to: '/settings/tags', label: 'tags.title', admin: false },
  { to: '/settings/firm', label: 'settings.firm', admin: true },
  { to: '/settings/mail', label: 'emails.mail', admin: true },
  { to: '/settings/activity', label: 'activity.title', admin: true },
] as const

/** The pages of the settings, as `filters` of each of them. */
export function SettingsTabs() {
  const t = useText()
  const isAdmin = useMember().member.role !== 'employee'
  const shown = TABS.filter(({ admin }) => isAdmin || !admin)
  return <TabLinks label={t('nav.settings')} tabs={shown.map(({ to, label }) => ({ to, label: t(label) }))} />
}
