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

/**
 * The parts of one thing, each with its own address: goes into a Page's `filters`, or its `tabs` above them. Where one
 * part's address continues another's, the longer one that fits is current.
 */
export function TabLinks({ label, tabs }: { label: string; tabs: TabLink[] }) {
  const nav = useRef<HTMLElement>(null)
  const path = useLocation({ select: (location) => location.pathname })
  const current = currentTab(tabs, path)
  useEffect(() => {
    // on a phone the tabs are wider than the screen
    if (path) nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [path])
  return (
    <nav ref={nav} className={styles.tabs} aria-label={label}>
      {tabs.map((tab) => (
        <AppLink
          key={tab.to}
          to={tab.to}
          exact
          className={styles.tab}
          aria-current={tab === current ? 'page' : undefined}
        >
          {tab.label}
        </AppLink>
      ))}
    </nav>
  )
}

/** The tab whose address is the path's longest beginning. */
export function currentTab(tabs: readonly TabLink[], path: string): TabLink | undefined {
  return tabs
    .filter(({ to, exact = false }) => path === to || (!exact && path.startsWith(`${to}/`)))
    .sort((a, b) => b.to.length - a.to.length)[0]
}
