declare module '#kernel/event.ts' {
  interface EventPayloads {
    /** a member's own login; what the secrets are is never recorded */
    'second_factor.changed': { change: 'on' | 'off' | 'renewed' }
    'password.changed': { how: 'changed' | 'reset' }
    'password.resetAsked': { name: string; email: string }
    'member.signedIn': Record<never, never>
    /** by whoever gave the address of somebody with Login on */
    'portal.linkAsked': { name: string; email: string }
    /** a client came in by a link (SEC-3) */
    'portal.entered': { email: string }
  }
}

export {}
