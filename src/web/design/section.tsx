import { type ReactNode, useId } from 'react'
import styles from './section.module.css'

export type SectionProps = {
  title: string
  count?: number
  /** at the right of the title: a link, small buttons */
  aside?: ReactNode
  children: ReactNode
}

/** A titled part of a page or drawer; hairlines stand between neighbours, no boxes. */
export function Section({ title, count, aside, children }: SectionProps) {
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <header className={styles.head}>
        <h2 id={id}>
          {title}
          {count !== undefined && <span className={styles.count}> {count}</span>}
        </h2>
        {aside}
      </header>
      {children}
    </section>
  )
}
