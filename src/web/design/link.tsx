import { Link } from '@tanstack/react-router'
import type { ComponentProps } from 'react'
import styles from './link.module.css'

export type AppLinkProps = Omit<ComponentProps<'a'>, 'href'> & {
  /** a path of ours, with its search: '/clients?tag=…' */
  to: string
  /** true: current only where the path is exactly this one */
  exact?: boolean
}

/**
 * A link inside the app, unstyled; it gets `aria-current="page"` where it leads to the page one is on. Also for
 * `<Button component={AppLink} to="…">`.
 */
export function AppLink({ to, exact = false, ...rest }: AppLinkProps) {
  return <Link to={to} activeOptions={{ exact, includeSearch: false }} {...rest} />
}

/** A link that looks like one, in a line of text or at the end of a heading. */
export function TextLink(props: AppLinkProps) {
  return <AppLink {...props} className={styles.link} />
}

/** Something to press that looks like a link: the small acts beside a row ("Resend", "Hold"). */
export function LinkButton({ danger = false, ...rest }: ComponentProps<'button'> & { danger?: boolean }) {
  return <button type="button" data-danger={danger || undefined} {...rest} className={styles.link} />
}
