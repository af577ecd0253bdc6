import { useLocation } from '@tanstack/react-router'

/** What the address of an entry page says: the token of a mailed link, the page one wanted to see. */
export function useEntrySearch(): { token: string | null; next: string } {
  const search = new URLSearchParams(useLocation().searchStr)
  return { token: search.get('token'), next: nextPage(search.get('next')) }
}

/** Where somebody wanted to go before signing in: a path of ours, never another site's. */
function nextPage(next: string | null): string {
  return next && /^\/(?![/\\])/.test(next) && !next.startsWith('/sign-in') ? next : '/'
}
