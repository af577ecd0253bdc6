import { AppLink } from '../design/link.tsx'
import { useMember } from '../session.tsx'
import { useText } from '../text.tsx'
import styles from './settings-tabs.module.css'

/** Each has a page of its own; what only owner and admins may see is not shown to others. */
const TABS = [
  { to: '/settings/profile', label: 'settings.profile', admin: false },
  { to: '/settings/security', label: 'settings.security', admin: false },
  { to: '/settings/team', label: 'settings.team', admin: false },
  { to: '/settings/firm', label: 'settings.firm', admin: true },
  { to: '/settings/mail', label: 'emails.mail', admin: true },
  { to: '/settings/activity', label: 'activity.title', admin: true },
] as const

/** The pages of the settings, as `filters` of each of them. */
export function SettingsTabs() {
  const t = useText()
  const isAdmin = useMember().member.role !== 'employee'
  return (
    <nav className={styles.tabs} aria-label={t('nav.settings')}>
      {TABS.filter(({ admin }) => isAdmin || !admin).map(({ to, label }) => (
        <AppLink key={to} to={to} className={styles.tab}>
          {t(label)}
        </AppLink>
      ))}
    </nav>
  )
}
