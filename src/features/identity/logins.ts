import { type Kysely, sql } from 'kysely'
import type { IdentityId } from '#kernel/ids.ts'
import { passwordProblem } from '#kernel/password.ts'
import { invalid } from '#kernel/refusal.ts'
import type { Server } from '#platform/db/server.ts'
import type { Tables } from '#platform/db/tables.ts'
import type { TxSource } from '#platform/db/tx.ts'
import { claimTry, forgetTries, forgiveTry, PASSWORD_FROM_IP, PASSWORD_OF_ADDRESS } from './limits.ts'
import { loginDb, loginLibrary } from './login-library.ts'
import type { Doorway } from './sessions.ts'

/** A login as it is known; `password` is its hash, null for clients, who need none. */
export type Login = { id: IdentityId; email: string; verified: boolean; password: string | null }

type Asking = Pick<Doorway, 'source' | 'origin'>

export type ClaimedLogin = {
  /** what the person is called, for a login made now */
  name: string
  email: string
  password: string
  /** the address is proven: the call brought a token that was mailed to it */
  proven: boolean
}

/**
 * The login of somebody who signs up or accepts an invitation. Who has a password already must give it: nothing that
 * anyone can start may change it (only a reset by mail does). Without one it is set now, but where the address has a
 * login that is not proven to be the caller's, it is refused. Repeating it with the same password does nothing twice.
 */
export async function claimLogin({ source, origin }: Asking, claimed: ClaimedLogin): Promise<IdentityId> {
  const email = claimed.email.toLowerCase()
  await claimTry(source, PASSWORD_FROM_IP, origin.ip)
  await claimTry(source, PASSWORD_OF_ADDRESS, email)
  const id = await findOrMakeLogin(source, { ...claimed, email })
  await forgiveTry(source, PASSWORD_FROM_IP, origin.ip)
  await forgetTries(source, PASSWORD_OF_ADDRESS, email)
  return id
}

/** One at a time for an address, so that a double click makes one login. */
async function findOrMakeLogin(source: TxSource, { name, email, password, proven }: ClaimedLogin): Promise<IdentityId> {
  return loginDb(source.server)
    .transaction()
    .execute(async (db) => {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`login/${email}`}, 0))`.execute(db)
      const known = await loginOf(db, email)
      if (known?.password) {
        if (!(await isPassword(source.server, known.password, password))) throw invalid('password', 'not_your_password')
        if (proven && !known.verified) await markProven(db, known.id)
        return known.id
      }
      if (known && !proven) throw invalid('email', 'address_taken')
      const hash = await newPassword(source.server, password, email)
      const id = known?.id ?? (await insertIdentity(db, { name, email, proven }))
      await storePassword(db, id, hash, source.now())
      return id
    })
}

export async function loginOf(db: Kysely<Tables>, email: string): Promise<Login | null> {
  return (await logins(db).where('i.email', '=', email.toLowerCase()).executeTakeFirst()) ?? null
}

export async function loginById(db: Kysely<Tables>, id: IdentityId): Promise<Login> {
  return logins(db).where('i.id', '=', id).executeTakeFirstOrThrow()
}

/** Makes the login of a client, whose address is proven by a link that was mailed to it; an existing one is used. */
export async function loginOfClient(db: Kysely<Tables>, name: string, email: string): Promise<IdentityId> {
  await db
    .insertInto('auth.identities')
    .values({ name, email: email.toLowerCase(), email_verified: true })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .execute()
  return (await loginOf(db, email))!.id
}

/** Hashes a new password. Refuses one that is too easy (`field.password_…`). */
export async function newPassword(server: Server, password: string, email: string, path = 'password'): Promise<string> {
  const problem = passwordProblem(password, email)
  if (problem) throw invalid(path, problem)
  const { password: passwords } = await loginLibrary(server).$context
  return passwords.hash(password)
}

export async function isPassword(server: Server, hash: string, password: string): Promise<boolean> {
  const { password: passwords } = await loginLibrary(server).$context
  return passwords.verify({ hash, password })
}

/** Sets or replaces the password of a login. */
export async function storePassword(db: Kysely<Tables>, id: IdentityId, hash: string, now: Date): Promise<void> {
  const changed = await db
    .updateTable('auth.credentials')
    .set({ password: hash, updated_at: now })
    .where('identity_id', '=', id)
    .where('provider_id', '=', PROVIDER)
    .returning('id')
    .executeTakeFirst()
  if (changed) return
  await db
    .insertInto('auth.credentials')
    .values({ account_id: id, provider_id: PROVIDER, identity_id: id, password: hash, updated_at: now })
    .execute()
}

async function markProven(db: Kysely<Tables>, id: IdentityId): Promise<void> {
  await db.updateTable('auth.identities').set({ email_verified: true }).where('id', '=', id).execute()
}

const PROVIDER = 'credential'

function logins(db: Kysely<Tables>) {
  return db
    .selectFrom('auth.identities as i')
    .leftJoin('auth.credentials as c', (join) =>
      join.onRef('c.identity_id', '=', 'i.id').on('c.provider_id', '=', PROVIDER),
    )
    .select((eb) => [
      eb.ref('i.id').$castTo<IdentityId>().as('id'),
      'i.email',
      'i.email_verified as verified',
      'c.password',
    ])
}

async function insertIdentity(
  db: Kysely<Tables>,
  { name, email, proven }: { name: string; email: string; proven: boolean },
): Promise<IdentityId> {
  const row = await db
    .insertInto('auth.identities')
    .values({ name, email, email_verified: proven })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id as IdentityId
}
