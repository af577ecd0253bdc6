import type { Changes } from '../accounts/events.ts'

declare module '#kernel/event.ts' {
  interface EventPayloads {
    'client_status.created': { name: string }
    'client_status.changed': { name: string; changes: Changes }
    /** in their new order */
    'client_status.reordered': { names: string[] }
    'client_status.deleted': { name: string }
  }
}
