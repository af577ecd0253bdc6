import type { MemberId, RoleId } from '#kernel/ids.ts'

declare module '#kernel/event.ts' {
  interface EventPayloads {
    'account_role.created': { name: string }
    'account_role.renamed': { name: string; before: string }
    /** in their new order */
    'account_role.reordered': { names: string[] }
    /** `accounts`: for how many clients somebody held it until then */
    'account_role.deleted': { name: string; accounts: number }
    /** `members` says it as people read it: "+Tom Okafor, −Priya Nair" */
    'account.roleChanged': { role: string; members: string; roleId: RoleId; add: MemberId[]; remove: MemberId[] }
  }
}
