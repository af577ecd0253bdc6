import type { MemberId } from '#kernel/ids.ts'

/** What a change replaced, by field: before and after. */
export type Changes = Record<string, [before: string | null, after: string | null]>
type Switch = 'on' | 'off'

declare module '#kernel/event.ts' {
  interface EventPayloads {
    'account.created': { name: string; shortId: string }
    'account.changed': { name: string; changes: Changes }
    'account.archived': { name: string }
    'account.restored': { name: string }
    /** `members` says it as people read it: "+Tom Okafor, −Priya Nair" */
    'account.teamChanged': { members: string; add: MemberId[]; remove: MemberId[] }
    'contact.created': { name: string }
    'contact.changed': { name: string; changes: Changes }
    'contact.linked': { name: string; account: string }
    'contact.unlinked': { name: string; account: string }
    'contact.emailAdded': { name: string; email: string }
    'contact.emailChanged': { name: string; email: string; before: string }
    'contact.emailRemoved': { name: string; email: string }
    'contact.settingsChanged': { email: string; account: string; login: Switch; notify: Switch }
  }
}
