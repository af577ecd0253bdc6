import { sql } from 'kysely'
import type { FirmId } from '#kernel/ids.ts'
import type { System } from '../src/system.ts'

/**
 * Clients numbered from 1, each with one contact who signs in and is notified; every second one has the tag. Set by
 * set, with the checks of references off: what is written here refers to what is written here.
 */
export async function insertClients(system: System, firmId: FirmId, count: number, tagId: string): Promise<void> {
  await system.maintenance.transaction().execute(async (db) => {
    await sql`create temporary table client on commit drop as
      select n, uuidv7() as account, uuidv7() as contact, uuidv7() as email from generate_series(1, ${count}::int) n`.execute(
      db,
    )
    await sql`insert into accounts (firm_id, id, short_id, name, type, created_at)
      select ${firmId}, account, 'B' || n, ${CLIENT_NAME}, 'individual', now() from client order by n`.execute(db)
    await sql`insert into contacts (firm_id, id, first_name, last_name, name, created_at)
      select ${firmId}, contact, 'Contact', n::text, 'Contact ' || n, now() from client order by n`.execute(db)
    await sql`insert into contact_emails (firm_id, id, contact_id, email)
      select ${firmId}, email, contact, 'contact' || n || '@example.com' from client order by n`.execute(db)
    await sql`insert into account_contacts (firm_id, account_id, contact_id)
      select ${firmId}, account, contact from client order by n`.execute(db)
    await sql`insert into contact_settings (firm_id, account_id, contact_id, contact_email_id, login, notify)
      select ${firmId}, account, contact, email, true, true from client order by n`.execute(db)
    await sql`insert into account_tags (firm_id, account_id, tag_id)
      select ${firmId}, account, ${tagId} from client where n % 2 = 0`.execute(db)
  })
}

/** Alphabetical order is not the order of creation. */
const CLIENT_NAME = sql`substr(md5(n::text), 1, 8) || ' Client ' || n`

/** Ids of the first so many clients. */
export async function clientIds<Kind extends string>(system: System, firmId: FirmId, count: number): Promise<Kind[]> {
  const { rows } = await sql<{ id: Kind }>`
    select id from accounts where firm_id = ${firmId} order by id limit ${count}`.execute(system.maintenance)
  return rows.map((row) => row.id)
}
