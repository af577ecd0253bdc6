import type { Routes } from '#platform/http/call.ts'
import { changeAccountTeam, tagAccounts } from './bulk.ts'
import { addAccountContact, changeAccount, setAccountState } from './commands.ts'
import {
  addContactEmail,
  changeContact,
  changeContactEmail,
  createContact,
  removeAccountContact,
  removeContactEmail,
  setContactSettings,
} from './contact-commands.ts'
import type { contactsContract } from './contacts-contract.ts'
import type { accountsContract } from './contract.ts'
import { createAccount } from './create-account.ts'
import { listAccountIds, listAccounts } from './list-accounts.ts'
import { accountById, contactById, listContacts } from './queries.ts'

export const accountsRoutes: Routes<typeof accountsContract> = {
  listAccounts: (tx, { query }) => listAccounts(tx, query),
  listAccountIds: (tx, { query }) => listAccountIds(tx, query),
  getAccount: (tx, { params }) => accountById(tx, params.id),
  createAccount: (tx, { body }) => createAccount(tx, body),
  changeAccount: (tx, { params, body, ifMatch }) => changeAccount(tx, params.id, body, ifMatch!),
  setAccountState: (tx, { params, body }) => setAccountState(tx, params.id, body.state),
  changeAccountTags: async (tx, { body }) => ({ changed: await tagAccounts(tx, body) }),
  changeAccountTeam: async (tx, { body }) => ({ changed: await changeAccountTeam(tx, body) }),
  addAccountContact: (tx, { params, body }) => addAccountContact(tx, params.id, body),
}

export const contactsRoutes: Routes<typeof contactsContract> = {
  listContacts: (tx, { query }) => listContacts(tx, query),
  getContact: (tx, { params }) => contactById(tx, params.id),
  createContact: (tx, { body }) => createContact(tx, body),
  changeContact: (tx, { params, body, ifMatch }) => changeContact(tx, params.id, body, ifMatch!),
  addContactEmail: (tx, { params, body }) => addContactEmail(tx, params.id, body.email),
  changeContactEmail: (tx, { params, body }) => changeContactEmail(tx, params, body.email),
  removeContactEmail: async (tx, { params }) => {
    await removeContactEmail(tx, params)
    return null
  },
  setContactSettings: (tx, { params, body }) => setContactSettings(tx, params, body),
  removeAccountContact: async (tx, { params }) => {
    await removeAccountContact(tx, params.id, params.contactId)
    return null
  },
}
