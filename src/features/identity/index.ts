import { slice } from '#platform/slices/slice.ts'
import { mailSignInLink } from './client-sign-in.ts'
import { identityContract } from './contract.ts'
import './events.ts'
import { identityRoutes } from './routes.ts'

export const identity = slice({
  name: 'identity',
  contract: identityContract,
  routes: identityRoutes,
  handlers: { sign_in_link: { handle: mailSignInLink, atOnce: 2 } },
})

export { claimTry, NEW_FIRM_FROM_IP } from './limits.ts'
export { loginDb } from './login-library.ts'
export { type ClaimedLogin, claimLogin, loginOf } from './logins.ts'
export { demoToken } from './member-links.ts'
export { actorOfSession } from './resolve-actor.ts'
export { cookieIn, SESSION_COOKIE, tokenInCookies } from './session-cookie.ts'
export { type Doorway, endSessions, openSession } from './sessions.ts'
export { type SignInAnswer, signIn } from './sign-in.ts'
