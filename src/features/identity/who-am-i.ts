import { sql } from 'kysely'
import type { MemberActor, SignedIn } from '#kernel/actor.ts'
import type { Locale } from '#kernel/locale.ts'
import { holdsRight, RIGHTS } from '#kernel/rights.ts'
import { inFirm, type Tx, type TxSource } from '#platform/db/tx.ts'
import type { SessionAnswer } from './contract.ts'
import { firmsOf } from './sessions.ts'

type Client = Exclude<SignedIn, MemberActor>
type Firm = SessionAnswer['firm']

/** What the web app needs to know first: who is signed in, as what, where, and with which rights. */
export async function whoAmI(source: TxSource, actor: SignedIn): Promise<SessionAnswer> {
  return inFirm(
    source,
    actor,
    async (tx) => {
      const firm = await firmOfSession(tx)
      return actor.kind === 'member' ? memberSession(tx, source, actor, firm) : clientSession(tx, actor, firm)
    },
    { readOnly: true },
  )
}

async function firmOfSession(tx: Tx): Promise<Firm> {
  return tx.db
    .selectFrom('firms')
    .select(['firm_id as id', 'name', 'slug', 'color', 'locale', 'time_zone as timeZone'])
    .where('firm_id', '=', tx.firmId)
    .executeTakeFirstOrThrow()
}

async function memberSession(tx: Tx, source: TxSource, actor: MemberActor, firm: Firm): Promise<SessionAnswer> {
  const row = await tx.db
    .selectFrom('team_members as m')
    .innerJoin('auth.identities as i', 'i.id', 'm.identity_id')
    .select(['m.email', 'm.locale', 'i.two_factor_enabled'])
    .where('m.firm_id', '=', tx.firmId)
    .where('m.id', '=', actor.memberId)
    .executeTakeFirstOrThrow()
  const { memberId: id, name, role } = actor
  const rights = RIGHTS.filter((right) => holdsRight(actor, right))
  const firms = await firmsOf(source, actor.identityId)
  return {
    kind: 'member',
    firm,
    member: { id, name, email: row.email, role, rights, locale: row.locale },
    secondFactor: row.two_factor_enabled ? 'on' : actor.secondFactorMissing ? 'missing' : 'off',
    otherFirms: firms.filter((other) => other.id !== tx.firmId),
  }
}

async function clientSession(tx: Tx, actor: Client, firm: Firm): Promise<SessionAnswer> {
  const accountIds = actor.kind === 'client' ? [...actor.accountIds] : [actor.accountId]
  const accounts = await tx.db
    .selectFrom('accounts')
    .select(['id', 'name'])
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', sql<string>`any(${accountIds}::uuid[])`)
    .orderBy(sql`lower(name)`)
    .execute()
  const { rows } = await sql<{ locale: Locale | null }>`
    select locale from contacts where firm_id = ${tx.firmId} and id = ${actor.contactId}`.execute(tx.db)
  const contact = { name: actor.name, email: actor.email, locale: rows[0]?.locale ?? null }
  return { kind: actor.kind, firm, contact, accounts: accounts as { id: never; name: string }[] }
}
