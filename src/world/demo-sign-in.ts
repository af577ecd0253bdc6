import type { FirmId } from '#kernel/ids.ts'
import { demoToken } from '../features/identity/index.ts'
import type { System } from '../system.ts'
import { type DemoContact, demoAccounts, demoFirm, demoMembers } from './names.ts'

/** Addresses to open in a browser; each opens a page whose button signs in once, within twelve hours (D-18). */
export type DemoSignInLinks = { owner: string; employee: string; client: string }

/** Makes new links into the demo firm, for whoever reads the server's output; null where there is no demo firm. */
export async function demoSignInLinks(system: System): Promise<DemoSignInLinks | null> {
  const firmId = await demoFirmId(system)
  if (!firmId) return null
  const { publicUrl } = system.source.server
  const forMember = async (role: 'owner' | 'employee') => {
    const { email, name } = demoMembers.find((member) => member.role === role)!
    return `${publicUrl}/sign-in?token=${await demoToken(system.source, { kind: 'member', firmId, email, name })}`
  }
  const { email, firstName, lastName } = clientOfTwo()
  const client = { kind: 'client', firmId, email, name: `${firstName} ${lastName}` } as const
  return {
    owner: await forMember('owner'),
    employee: await forMember('employee'),
    client: `${publicUrl}/portal/${demoFirm.slug}/sign-in?token=${await demoToken(system.source, client)}`,
  }
}

/** The seeded firm: its address alone could be another's, its owner's too, but not both. */
async function demoFirmId(system: System): Promise<FirmId | null> {
  const owner = demoMembers.find((member) => member.role === 'owner')!
  const row = await system.maintenance
    .selectFrom('firms as f')
    .innerJoin('team_members as m', 'm.firm_id', 'f.firm_id')
    .select('f.firm_id')
    .where('f.slug', '=', demoFirm.slug)
    .where('m.email', '=', owner.email)
    .where('m.role', '=', 'owner')
    .executeTakeFirst()
  return (row?.firm_id ?? null) as FirmId | null
}

/** Somebody with Login on two accounts, so that the portal shows how one switches between them. */
export function clientOfTwo(): DemoContact {
  const contacts = demoAccounts.flatMap((account) => account.contacts).filter((contact) => contact.login)
  const known = new Set<string>()
  for (const contact of contacts) {
    if (known.has(contact.email)) return contact
    known.add(contact.email)
  }
  return contacts[0]!
}
