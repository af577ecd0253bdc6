import { randomInt } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { ReturnOf } from '#kernel/contract.ts'
import { Refusal, type RefusalCode } from '#kernel/refusal.ts'
import { inFirm, type Tx } from '#platform/db/tx.ts'
import type { Call } from '#platform/http/call.ts'
import { sameText, tokenFor } from '#platform/sessions/secret.ts'
import { queueMails } from '../emails/index.ts'
import type { organizersContract } from './contract.ts'
import { lockTodoLink, recipientOf, requireTodoLink, type TodoLink } from './find-todo-link.ts'
import { hiddenAddress } from './rules.ts'
import type { TodoLinksTable } from './tables.ts'

type C = typeof organizersContract

/** A refusal that is thrown after commit, so that what was counted stays counted. */
export type Refused = {
  code: RefusalCode
  fields?: { path: string; code: string }[]
  detail?: Record<string, unknown>
}

const CODE_LIFE = 10 * 60_000
const PAUSE = 60_000
const TRIES = 5
const MOST_CODES = 10

/** Mails a code by which a further device may open a link: one a minute, few in its life (D-12 b). */
export async function mailTodoCode(call: Call<C['mailTodoCode']>): Promise<ReturnOf<C['mailTodoCode']>> {
  const link = await requireTodoLink(call)
  const expiresAt = await inFirm(call.source, link.actor, (tx) => makeCode(tx, link), { origin: call.origin })
  return { sentTo: hiddenAddress(link.actor.email), expiresAt: expiresAt.toISOString() }
}

/** Compares a code with the one that was mailed; each wrong one counts, and the last of few voids it. */
export async function checkCode(tx: Tx, link: Selectable<TodoLinksTable>, code: string): Promise<Refused | null> {
  if (!link.code_hash || !link.code_expires_at || link.code_expires_at <= tx.now)
    return { code: 'code_wrong', fields: [{ path: 'code', code: 'code_expired' }], detail: { triesLeft: 0 } }
  if (link.code_attempts >= TRIES) return { code: 'too_many_attempts' }
  if (sameText(link.code_hash, hashOfCode(tx, link.id, code))) return null
  await tx.db
    .updateTable('todo_links')
    .set((eb) => ({ code_attempts: eb('code_attempts', '+', 1) }))
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', link.id)
    .execute()
  return { code: 'code_wrong', detail: { triesLeft: TRIES - link.code_attempts - 1 } }
}

async function makeCode(tx: Tx, link: TodoLink): Promise<Date> {
  const { linkId, organizerId, accountId, contactId, email, name } = link.actor
  const locked = await lockTodoLink(tx, linkId)
  if (locked.expires_at <= tx.now) throw new Refusal('link_expired')
  if (locked.device_hashes.length === 0) throw new Refusal('conflict')
  const mailedAt = locked.code_expires_at ? locked.code_expires_at.getTime() - CODE_LIFE : 0
  if (locked.codes_mailed >= MOST_CODES || tx.now.getTime() < mailedAt + PAUSE) throw new Refusal('too_many_attempts')
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const expiresAt = new Date(tx.now.getTime() + CODE_LIFE)
  await tx.db
    .updateTable('todo_links')
    .set((eb) => ({
      code_hash: hashOfCode(tx, linkId, code),
      code_expires_at: expiresAt,
      code_attempts: 0,
      codes_mailed: eb('codes_mailed', '+', 1),
    }))
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', linkId)
    .execute()
  const causeId = tx.record({
    type: 'todo_link.codeMailed',
    subject: { kind: 'organizer', id: organizerId },
    payload: { name: link.organizerName, email },
    accountId,
  })
  const to = { email, name, locale: (await recipientOf(tx, link)).locale, contactId }
  await queueMails(tx, [{ kind: 'todo_code', to, accountId, organizerId, params: { code }, causeId }])
  return expiresAt
}

/** A code is short, so it is kept as only this server can make it. */
function hashOfCode(tx: Tx, linkId: string, code: string): string {
  return tokenFor(tx.server.secret, 'todo_code', `${linkId}/${code}`)
}
