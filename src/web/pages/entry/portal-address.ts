const REMEMBERED = 'throughline.portal'

/** Keeps on this device which firm's portal was used, so that an ended session leads back to its sign-in page. */
export function rememberPortal(slug: string): void {
  localStorage.setItem(REMEMBERED, slug)
}

/** Where somebody whose session has ended signs in again: the firm's portal, or the team's page. */
export function signInPath(at: { pathname: string; href: string }): string {
  const slug = localStorage.getItem(REMEMBERED)
  if (at.pathname.startsWith('/portal') && slug) return `/portal/${slug}/sign-in`
  return `/sign-in?next=${encodeURIComponent(at.href)}`
}

/** Pages where nobody needs to be signed in: being told so leads nowhere else. */
export function isEntry(pathname: string): boolean {
  return ENTRY.test(pathname)
}

const ENTRY = /^\/(sign-in|sign-up|forgotten-password|new-password|invitation|portal\/[^/]+\/sign-in)$/
