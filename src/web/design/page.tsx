import { type ReactNode, useEffect } from 'react'
import { useFormat } from '../text.tsx'
import { announce } from './live-region.tsx'
import styles from './page.module.css'

export type PageProps = {
  title: string
  /** how many there are of what the page lists */
  count?: number | string
  /** beside the title: a switch to another pipeline, "draft saved 10:42" */
  aside?: ReactNode
  /** at the right of the title; the one main act is `variant="filled"` */
  actions?: ReactNode
  /** TabLinks to the parts of one thing, above its filters */
  tabs?: ReactNode
  /** FilterChips that live in the URL; tabs go here too where there are no filters */
  filters?: ReactNode
  /** stays at the bottom: counts and sums of a table */
  footer?: ReactNode
  /** `bare`: the content scrolls by itself (a board, a Table) and reaches the edges */
  bare?: boolean
  children: ReactNode
}

/** One page of the staff app: title, count, actions, filters, content. Announces its title when it appears. */
export function Page({ title, count, aside, actions, tabs, filters, footer, bare = false, children }: PageProps) {
  const { number } = useFormat()
  useEffect(() => {
    document.title = title
    announce(title)
  }, [title])
  return (
    <div className={styles.page} data-footer={footer ? true : undefined}>
      <header className={styles.head}>
        <h1 className={styles.title}>{title}</h1>
        {count !== undefined && (
          <span className={styles.count}>{typeof count === 'number' ? number(count) : count}</span>
        )}
        {aside}
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {tabs && <div className={styles.tabs}>{tabs}</div>}
      {filters && <div className={styles.filters}>{filters}</div>}
      <div className={styles.content} data-bare={bare || undefined}>
        {children}
      </div>
      {footer && <footer className={styles.footer}>{footer}</footer>}
    </div>
  )
}
