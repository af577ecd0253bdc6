import { useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
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
  const nav = useRef<HTMLElement>(null)
  const path = useLocation({ select: (location) => location.pathname })
  useEffect(() => {
    // on a phone the tabs are wider than the screen
    if (path) nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [path])
  return (
    <nav ref={nav} className={styles.tabs} aria-label={label}>
      {tabs.map(({ to, label: words, exact = false }) => (
        <AppLink key={to} to={to} exact={exact} className={styles.tab}>
          {words}
        </AppLink>
      ))}
    </nav>
  )
}
