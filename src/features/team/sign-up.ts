import { sql } from 'kysely'
import type { MemberActor } from '#kernel/actor.ts'
import { type FirmId, type IdentityId, newId } from '#kernel/ids.ts'
import type { Locale } from '#kernel/locale.ts'
import { inFirm, type Tx } from '#platform/db/tx.ts'
import { oneNewFirmAtATime, openFirm } from '../firms/index.ts'
import { claimLogin, claimTry, type Doorway, NEW_FIRM_FROM_IP, type SignInAnswer, signIn } from '../identity/index.ts'
import { insertMember } from './insert-member.ts'
import { startLists } from './start-lists.ts'

export type NewFirm = {
  firmName: string
  name: string
  email: string
  password: string
  locale: Locale
  timeZone: string
}

type Opened = { id: FirmId; slug: string }

/**
 * Opens a firm with its owner, and signs him in. Somebody who has a login uses it, with its password. Sending the same
 * form twice opens one firm: the second time finds the first one's.
 */
export async function signUp(door: Doorway, form: NewFirm): Promise<SignInAnswer & { slug: string }> {
  const { source, origin } = door
  await claimTry(source, NEW_FIRM_FROM_IP, origin.ip)
  const identityId = await claimLogin(door, { ...form, proven: false })
  const owner: MemberActor = {
    kind: 'member',
    firmId: newId(),
    identityId,
    memberId: newId(),
    name: form.name,
    role: 'owner',
    rights: [],
  }
  const opened = await inFirm(source, owner, (tx) => openWithOwner(tx, form, owner), { origin })
  return { ...(await signIn(door, form, opened.id)), slug: opened.slug }
}

async function openWithOwner(tx: Tx, form: NewFirm, { identityId, memberId: id }: MemberActor): Promise<Opened> {
  await oneNewFirmAtATime(tx)
  const same = await ownedFirm(tx, identityId, form.firmName)
  if (same) return same
  const slug = await openFirm(tx, { name: form.firmName, locale: form.locale, timeZone: form.timeZone })
  await startLists(tx, form.locale)
  await insertMember(tx, { ...form, id, identityId, role: 'owner', rights: [], locale: form.locale })
  return { id: tx.firmId, slug }
}

/** The firm of that name that he owns already. */
async function ownedFirm(tx: Tx, identityId: IdentityId, name: string): Promise<Opened | null> {
  const { rows } = await sql<Opened>`
    select f.firm_id as id, f.slug
    from team_members m join firms f on f.firm_id = m.firm_id
    where m.identity_id = ${identityId} and m.role = 'owner' and lower(f.name) = lower(${name})
    limit 1`.execute(tx.server.maintenance)
  return rows[0] ?? null
}
