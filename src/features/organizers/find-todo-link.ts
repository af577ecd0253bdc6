import { sql } from 'kysely'
import type { TodoLinkActor } from '#kernel/actor.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Database } from '#platform/db/connect.ts'
import type { Tx, TxSource } from '#platform/db/tx.ts'
import { type Recipient, recipientsOf } from '../accounts/index.ts'
import { hashOf } from './insert-todo-links.ts'

/** A link with whom and what it is for; the contact still belongs to the account, which is active. */
export type TodoLink = {
  actor: TodoLinkActor
  organizerName: string
  accountName: string
  contactEmailId: string
  sentAt: Date
  expiresAt: Date
  deviceHashes: string[]
}

/** The link of a token, whichever firm's; `db` sees all firms, because nobody is signed in. */
export async function findTodoLink(db: Database, token: string): Promise<TodoLink | null> {
  const { rows } = await sql<Row>`
    select l.firm_id as "firmId", l.id as "linkId", c.id as "contactId", c.name, e.email, o.account_id as "accountId",
      o.id as "organizerId", o.name as "organizerName", a.name as "accountName", l.contact_email_id as "contactEmailId",
      l.sent_at as "sentAt", l.expires_at as "expiresAt", l.device_hashes as "deviceHashes"
    from todo_links l
      join organizers o on o.firm_id = l.firm_id and o.id = l.organizer_id
      join accounts a on a.firm_id = o.firm_id and a.id = o.account_id and a.state = 'active'
      join contact_settings s
        on s.firm_id = l.firm_id and s.account_id = o.account_id and s.contact_email_id = l.contact_email_id
      join contact_emails e on e.firm_id = s.firm_id and e.id = s.contact_email_id
      join contacts c on c.firm_id = e.firm_id and c.id = e.contact_id
    where l.token_hash = ${hashOf(token)}`.execute(db)
  if (!rows[0]) return null
  const { organizerName, accountName, contactEmailId, sentAt, expiresAt, deviceHashes, ...actor } = rows[0]
  return {
    actor: { kind: 'todo_link', ...actor },
    organizerName,
    accountName,
    contactEmailId,
    sentAt,
    expiresAt,
    deviceHashes,
  }
}

/** The link that a call names; refused as missing where there is none. */
export async function requireTodoLink(call: { params: { token: string }; source: TxSource }): Promise<TodoLink> {
  const link = await findTodoLink(call.source.server.maintenance, call.params.token)
  if (!link) throw new Refusal('not_found')
  return link
}

/** The address that the link went to, as it stands with the account now. */
export async function recipientOf(tx: Tx, { actor, contactEmailId }: TodoLink): Promise<Recipient> {
  const recipients = (await recipientsOf(tx, [actor.accountId])).get(actor.accountId) ?? []
  const recipient = recipients.find((each) => each.contactEmailId === contactEmailId)
  if (!recipient) throw new Refusal('not_found')
  return recipient
}

/** Locks a link's row: two devices that confirm at once come one after the other. */
export async function lockTodoLink(tx: Tx, linkId: string) {
  return tx.db
    .selectFrom('todo_links')
    .selectAll()
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', linkId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()
}

type Row = Omit<TodoLinkActor, 'kind'> & Omit<TodoLink, 'actor'>
