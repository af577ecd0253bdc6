import type { AccountId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { lockAccounts } from './account-states.ts'
import { changesBetween } from './changes.ts'
import { addContact, stale } from './create-account.ts'
import type { AccountType } from './model.ts'
import { accountById } from './queries.ts'
import type { Account, LinkedContact, NewContact } from './schemas.ts'
import { noChanges, writeClients } from './write-clients.ts'

type AccountFields = {
  name?: string | undefined
  type?: AccountType | undefined
  externalId?: string | null | undefined
}

/** Changes an account's own fields; `stale` with the account as it is where somebody was faster. */
export async function changeAccount(tx: Tx, id: AccountId, fields: AccountFields, revision: number): Promise<Account> {
  await lockAccounts(tx, [id])
  const before = await accountById(tx, id)
  if (before.revision !== revision) throw stale(before)
  const { name = before.name, type = before.type, externalId = before.externalId } = fields
  const changes = changesBetween(before, { name, type, externalId })
  if (Object.keys(changes).length === 0) return before
  await writeClients(tx, { ...noChanges(), changedAccounts: [{ id, name, type, externalId, changes }] })
  return accountById(tx, id)
}

/** Archives an account or takes it back; its contacts lose and regain the portal by that alone (ACC-4). */
export async function setAccountState(tx: Tx, id: AccountId, state: Account['state']): Promise<Account> {
  await lockAccounts(tx, [id])
  const { state: before, name } = await accountById(tx, id)
  if (before === state) return accountById(tx, id)
  await tx.db
    .updateTable('accounts')
    .set((eb) => ({ state, revision: eb('revision', '+', 1) }))
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', id)
    .execute()
  const type = state === 'archived' ? 'account.archived' : 'account.restored'
  tx.record({ type, subject: { kind: 'account', id }, accountId: id, payload: { name } })
  return accountById(tx, id)
}

/** Adds a contact, new or known, to an account (CON-1); one who is there already stays as he is. */
export async function addAccountContact(tx: Tx, id: AccountId, contact: LinkedContact | NewContact): Promise<Account> {
  await lockAccounts(tx, [id])
  const account = await accountById(tx, id)
  if ('contactId' in contact && account.contacts.some((each) => each.id === contact.contactId)) return account
  const changes = noChanges()
  await addContact(tx, changes, { id, name: account.name }, contact, '')
  await writeClients(tx, changes)
  return accountById(tx, id)
}
