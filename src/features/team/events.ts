import type { Right, Role } from '#kernel/rights.ts'

declare module '#kernel/event.ts' {
  /** What happens to the team (USR-9). `name` is the member it happens to. */
  interface EventPayloads {
    'member.invited': { name: string; email: string; role: Role }
    'member.invitedAgain': { name: string; email: string }
    'member.joined': { name: string }
    'member.roleChanged': { name: string; role: Role }
    'member.rightGiven': { name: string; right: Right }
    'member.rightTaken': { name: string; right: Right }
    'member.defaultAccessChanged': { name: string; access: 'on' | 'off' }
    'member.deactivated': { name: string }
    'member.reactivated': { name: string }
    /** by himself */
    'member.renamed': { name: string; before: string }
    'member.languageChanged': { name: string }
  }
}
