import { Link, useRouter } from '@tanstack/react-router'
import type { ComponentProps, MouseEvent } from 'react'
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

/**
 * For links that stand on a page by the hundred: `AppLink` finds its route, and hears of every step of the router, even
 * if nobody comes near it.
 */
export function LightLink({ to, ...rest }: Omit<AppLinkProps, 'exact'>) {
  const router = useRouter()
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    if (!isForUs(event)) return
    event.preventDefault()
    void router.navigate({ to })
  }
  const comeNear = () => void router.preloadRoute({ to })
  return <a {...rest} href={to} onClick={follow} onPointerEnter={comeNear} onFocus={comeNear} />
}

/** Pressed to be followed here: not in another tab, not to be saved. */
function isForUs({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey
}

/** A link that looks like one, in a line of text or at the end of a heading. */
export function TextLink(props: AppLinkProps) {
  return <AppLink {...props} className={styles.link} />
}

/** Something to press that looks like a link: the small acts beside a row ("Resend", "Hold"). */
export function LinkButton({ danger = false, ...rest }: ComponentProps<'button'> & { danger?: boolean }) {
  return <button type="button" data-danger={danger || undefined} {...rest} className={styles.link} />
}
