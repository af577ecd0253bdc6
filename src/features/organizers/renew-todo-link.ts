import { sql } from 'kysely'
import type { ReturnOf } from '#kernel/contract.ts'
import { newId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import { inFirm, type Tx } from '#platform/db/tx.ts'
import type { Call } from '#platform/http/call.ts'
import { queueMails } from '../emails/index.ts'
import type { organizersContract } from './contract.ts'
import { lockTodoLink, recipientOf, requireTodoLink, type TodoLink } from './find-todo-link.ts'
import { insertTodoLinks, LINK_LIFE, todoLinkUrl } from './insert-todo-links.ts'
import { hiddenAddress } from './rules.ts'

type Renew = typeof organizersContract.renewTodoLink

const PAUSE = 2 * 60_000
const DAY = 86_400_000
const MOST_PER_DAY = 5

/** Mails a new link for the same item to the same address; whoever asks learns nothing else (D-12 b). */
export async function renewTodoLink(call: Call<Renew>): Promise<ReturnOf<Renew>> {
  const link = await requireTodoLink(call)
  await inFirm(call.source, link.actor, (tx) => renew(tx, link), { origin: call.origin })
  const expiresAt = new Date(call.source.now().getTime() + LINK_LIFE)
  return { sentTo: hiddenAddress(link.actor.email), expiresAt: expiresAt.toISOString() }
}

/** Notify is not asked: the person wants this mail, so it names nothing whose setting would be looked up. */
async function renew(tx: Tx, link: TodoLink): Promise<void> {
  const { linkId, organizerId, accountId, contactId, email, name } = link.actor
  const { contact_email_id: contactEmailId } = await lockTodoLink(tx, linkId)
  await refuseTooMany(tx, organizerId, contactEmailId)
  const { locale, hasOtherAccounts } = await recipientOf(tx, link)
  const id = newId<'todo_link'>(tx.now.getTime())
  await insertTodoLinks(tx, [{ id, organizerId, contactEmailId }])
  const causeId = tx.record({
    type: 'todo_link.renewed',
    subject: { kind: 'organizer', id: organizerId },
    payload: { name: link.organizerName, email },
    accountId,
  })
  await queueMails(tx, [
    {
      kind: 'organizer_sent',
      to: { email, name, locale, contactId },
      accountId,
      organizerId,
      params: {
        organizerName: link.organizerName,
        link: todoLinkUrl(tx, id),
        ...(hasOtherAccounts ? { accountName: link.accountName } : {}),
      },
      causeId,
    },
  ])
}

async function refuseTooMany(tx: Tx, organizerId: string, contactEmailId: string): Promise<void> {
  const { rows } = await sql<{ today: number; newest: Date }>`
    select count(*) filter (where sent_at > ${new Date(tx.now.getTime() - DAY)})::int as today, max(sent_at) as newest
    from todo_links
    where firm_id = ${tx.firmId} and organizer_id = ${organizerId} and contact_email_id = ${contactEmailId}`.execute(
    tx.db,
  )
  const { today, newest } = rows[0]!
  if (today >= MOST_PER_DAY || newest.getTime() + PAUSE > tx.now.getTime()) throw new Refusal('too_many_attempts')
}
