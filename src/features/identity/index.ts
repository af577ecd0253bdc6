import { slice } from '#platform/slices/slice.ts'
import { mailSignInLink } from './client-sign-in.ts'
import { identityContract } from './contract.ts'
import './events.ts'
import './tables.ts'
import { identityRoutes } from './routes.ts'

export const identity = slice({
  name: 'identity',
  contract: identityContract,
  routes: identityRoutes,
  handlers: { sign_in_link: { handle: mailSignInLink, atOnce: 2 } },
})

export { claimTry, NEW_FIRM_FROM_IP } from './limits.ts'
export { claimLogin, loginOf } from './logins.ts'
export { demoToken } from './member-links.ts'
export { cookieIn } from './session-cookie.ts'
export { type Doorway, endSessions } from './sessions.ts'
export { type SignInAnswer, signIn } from './sign-in.ts'
