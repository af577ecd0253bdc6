import { randomBytes } from 'node:crypto'
import type { ReturnOf } from '#kernel/contract.ts'
import type { OrganizerId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import { inFirm, type Tx } from '#platform/db/tx.ts'
import type { Call } from '#platform/http/call.ts'
import { currentFirm } from '../firms/index.ts'
import type { organizersContract } from './contract.ts'
import { lockTodoLink, recipientOf, requireTodoLink, type TodoLink } from './find-todo-link.ts'
import { hashOf } from './insert-todo-links.ts'
import { hiddenAddress } from './rules.ts'
import { checkCode, type Refused } from './todo-codes.ts'
import { deviceFor, todoCookies } from './todo-link-actor.ts'

type C = typeof organizersContract
type AnyCall = Pick<Call<C['getTodoLink']>, 'actor' | 'headers' | 'source' | 'params'>

/** What a link opens and for whom; looking at it changes nothing, mail scanners do it too (D-12). */
export async function describeTodoLink(call: Call<C['getTodoLink']>): Promise<ReturnOf<C['getTodoLink']>> {
  const link = await requireTodoLink(call)
  const state = stateOf(link, call)
  return inFirm(
    call.source,
    link.actor,
    async (tx) => {
      const { name, color } = await currentFirm(tx)
      const recipient = await recipientOf(tx, link)
      return {
        firm: { name, color },
        locale: recipient.locale,
        organizerName: link.organizerName,
        accountName: recipient.hasOtherAccounts ? link.accountName : null,
        sentTo: hiddenAddress(link.actor.email),
        sentAt: link.sentAt.toISOString(),
        expiresAt: link.expiresAt.toISOString(),
        state,
        organizerId: state === 'here' || isOwnClient(link, call) ? link.actor.organizerId : null,
      }
    },
    { readOnly: true },
  )
}

/** Opens a link on this device: the first needs nothing but the button, any other the code that was mailed (D-12 b). */
export async function confirmTodoLink(call: Call<C['confirmTodoLink']>): Promise<{ organizerId: OrganizerId }> {
  const link = await requireTodoLink(call)
  const device = deviceHere(call) ?? randomBytes(32).toString('base64url')
  const refused = await inFirm(call.source, link.actor, (tx) => bind(tx, link, device, call.body.code), {
    origin: call.origin,
  })
  if (refused) throw new Refusal(refused.code, refused.fields ?? [], refused.detail ?? {})
  const { organizerId } = link.actor
  const life = Math.ceil((link.expiresAt.getTime() - call.source.now().getTime()) / 1000)
  const held = { token: call.params.token, device, organizerId }
  for (const cookie of todoCookies(held, life, call.source.server.publicUrl)) call.answerHeader('set-cookie', cookie)
  return { organizerId }
}

async function bind(tx: Tx, link: TodoLink, device: string, code: string | undefined): Promise<Refused | null> {
  const { linkId, organizerId, accountId, email } = link.actor
  const locked = await lockTodoLink(tx, linkId)
  if (locked.expires_at <= tx.now) return { code: 'link_expired' }
  if (locked.device_hashes.includes(hashOf(device))) return null
  if (locked.device_hashes.length > 0) {
    if (code === undefined) return { code: 'other_device' }
    const refused = await checkCode(tx, locked, code)
    if (refused) return refused
  }
  await tx.db
    .updateTable('todo_links')
    .set({ device_hashes: [...locked.device_hashes, hashOf(device)], code_hash: null, code_expires_at: null })
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', linkId)
    .execute()
  tx.record({
    type: 'todo_link.confirmed',
    subject: { kind: 'organizer', id: organizerId },
    payload: { name: link.organizerName, email },
    accountId,
  })
  return null
}

function deviceHere({ headers, params, source }: Pick<AnyCall, 'headers' | 'params' | 'source'>): string | null {
  return deviceFor(headers.get('cookie'), params.token, source.server.publicUrl)
}

function stateOf({ expiresAt, deviceHashes }: TodoLink, call: AnyCall) {
  if (expiresAt <= call.source.now()) return 'expired'
  if (deviceHashes.length === 0) return 'free'
  const device = deviceHere(call)
  return device && deviceHashes.includes(hashOf(device)) ? 'here' : 'elsewhere'
}

/** A signed-in client who sees the organizer anyway is simply sent on. */
function isOwnClient({ actor: { firmId, accountId } }: TodoLink, { actor }: AnyCall): boolean {
  return actor?.kind === 'client' && actor.firmId === firmId && actor.accountIds.includes(accountId)
}
