import { AppLink } from './link.tsx'
import styles from './tab-links.module.css'

export type TabLink = {
  to: string
  label: string
  /** true: current only at exactly this path */
  exact?: boolean
}

/** The parts of one thing, each with its own address: goes into a Page's `filters`. */
export function TabLinks({ label, tabs }: { label: string; tabs: TabLink[] }) {
  return (
    <nav className={styles.tabs} aria-label={label}>
      {tabs.map(({ to, label: words, exact = false }) => (
        <AppLink key={to} to={to} exact={exact} className={styles.tab}>
          {words}
        </AppLink>
      ))}
    </nav>
  )
}
