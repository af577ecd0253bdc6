declare module '#kernel/event.ts' {
  interface EventPayloads {
    /** a member's own login; what the secrets are is never recorded */
    'second_factor.changed': { change: 'on' | 'off' | 'renewed' }
    'password.changed': { how: 'changed' | 'reset' }
    /** a client came in by a link (SEC-3) */
    'portal.entered': { email: string }
  }
}

export {}
