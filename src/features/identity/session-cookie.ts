/** better-auth's cookie: the session's token, a dot, its signature. */
export const SESSION_COOKIE = 'throughline.session_token'

const TOKEN = /^[\w-]{20,64}$/

/** The name that browsers hold it under: over https a prefix keeps other sites of the domain from setting it. */
export function sessionCookieName(publicUrl: string): string {
  return publicUrl.startsWith('https:') ? `__Secure-${SESSION_COOKIE}` : SESSION_COOKIE
}

/**
 * The session's token in a Cookie header; null where there is none. Its signature is not looked at: a token is 24
 * random bytes or more, known to the database or not.
 */
export function tokenInCookies(header: string | null, publicUrl: string): string | null {
  const token = cookieIn(header, sessionCookieName(publicUrl))?.split('.')[0] ?? ''
  return TOKEN.test(token) ? token : null
}

/** One cookie of a Cookie header, decoded; null where it is missing or unreadable. */
export function cookieIn(header: string | null, name: string): string | null {
  const found = (header ?? '').split(/;\s*/).find((pair) => pair.startsWith(`${name}=`))
  if (!found) return null
  try {
    return decodeURIComponent(found.slice(name.length + 1))
  } catch {
    return null
  }
}
