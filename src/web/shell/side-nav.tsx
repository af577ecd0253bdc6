import type { Icon } from '@tabler/icons-react'
import { useLocation } from '@tanstack/react-router'
import { ICON } from '../design/icon.ts'
import { AppLink } from '../design/link.tsx'
import styles from './side-nav.module.css'

export type NavItem = {
  to: string
  label: string
  icon: Icon
  /** what waits there */
  count?: number
  /** shown below while one is inside: the pipelines */
  children?: { to: string; label: string }[]
}

export type NavGroup = NavItem[]

/** The destinations of the staff app; stands inside a `nav`. */
export function SideNav({ groups, onGo }: { groups: NavGroup[]; onGo?: () => void }) {
  const path = useLocation({ select: (location) => location.pathname })
  return (
    <div className={styles.nav}>
      {groups.map((group) => (
        <ul key={group[0]?.to} className={styles.group}>
          {group.map(({ to, label, icon: Icon, count, children = [] }) => {
            const inside = path === to || path.startsWith(`${to}/`)
            return (
              <li key={to}>
                <AppLink
                  to={to}
                  exact={to === '/'}
                  className={styles.item}
                  title={label}
                  onClick={onGo}
                  data-parent={children.length > 0 || undefined}
                >
                  <Icon {...ICON} />
                  <span className={styles.label}>{label}</span>
                  {count !== undefined && count > 0 && <span className={styles.count}>{count}</span>}
                </AppLink>
                {inside && children.length > 0 && (
                  <ul className={styles.children}>
                    {children.map((child) => (
                      <li key={child.to}>
                        <AppLink to={child.to} className={styles.child} onClick={onGo}>
                          {child.label}
                        </AppLink>
                      </li>
                    ))}
                  </ul>
                )}
              </li>
            )
          })}
        </ul>
      ))}
    </div>
  )
}
