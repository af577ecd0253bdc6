import { contactsContract } from '../../../src/features/accounts/contacts-contract.ts'
import { accountsContract } from '../../../src/features/accounts/contract.ts'
import { clientStatusesContract } from '../../../src/features/client-statuses/contract.ts'
import { importsContract } from '../../../src/features/imports/contract.ts'
import { rolesContract } from '../../../src/features/roles/contract.ts'
import { tagsContract } from '../../../src/features/tags/contract.ts'
import { newTag } from '../pipeline.ts'
import type { World } from '../world.ts'
import { fresh, freshEmail, type Samples, seen } from './sample.ts'

const MAPPING = {
  mode: 'accounts_and_contacts',
  columns: ['account.name', 'contact.firstName', 'contact.lastName'],
  settings: {},
}

async function newContact({ firm }: World) {
  const body = { firstName: fresh('Ada'), lastName: 'New', emails: [{ email: freshEmail() }] }
  return firm.owner.call(contactsContract.createContact, { body })
}

function newStatus({ owner }: World['firm']) {
  return owner.call(clientStatusesContract.createClientStatus, { body: { name: fresh('Status') } })
}

function newRole({ owner }: World['firm']) {
  return owner.call(rolesContract.createAccountRole, { body: { name: fresh('Role') } })
}

async function newImport({ firm }: World): Promise<string> {
  const body = new TextEncoder().encode(`Account name,First name,Last name\n${fresh('Client')},Ada,New\n`)
  return (await firm.owner.call(importsContract.uploadImport, { query: { name: 'clients.csv' }, body })).id
}

export const clientSamples: Samples = {
  'tags.listTags': () => ({}),
  'tags.createTag': () => ({ sent: { body: { name: fresh('Tag'), color: 'violet' } } }),
  'tags.changeTag': async ({ firm, ids }) => {
    const { items } = await firm.owner.call(tagsContract.listTags)
    const { revision } = items.find((tag) => tag.id === ids.tag)!
    return {
      sent: { params: { id: ids.tag }, body: { name: fresh('Renamed') }, headers: { 'if-match': `"${revision}"` } },
    }
  },
  'tags.deleteTag': async ({ firm }) => ({ sent: { params: { id: await newTag(firm, fresh('Gone')) } } }),
  'accounts.listAccounts': ({ ids }) => ({ sent: { query: { tagId: ids.tag } } }),
  'accounts.listAccountIds': () => ({}),
  'accounts.getAccount': ({ ids }) => ({ sent: { params: { id: ids.account } } }),
  'accounts.createAccount': ({ ids }) => ({
    sent: {
      body: {
        name: fresh('Client'),
        contacts: [{ contactId: ids.contact }],
        tagIds: [ids.tag],
        memberIds: [ids.member],
      },
    },
  }),
  'accounts.changeAccount': async ({ firm, ids }) => ({
    sent: {
      params: { id: ids.account },
      body: { externalId: fresh('X') },
      headers: await seen(firm.owner, accountsContract.getAccount, { id: ids.account }),
    },
  }),
  'accounts.setAccountState': ({ ids }) => ({ sent: { params: { id: ids.account }, body: { state: 'active' } } }),
  'accounts.changeAccountTags': ({ ids }) => ({
    sent: { body: { accountIds: [ids.account], add: [ids.tag], remove: [] } },
  }),
  'accounts.changeAccountTeam': ({ ids }) => ({
    sent: { body: { accountIds: [ids.account], add: [], remove: [ids.member] } },
  }),
  'accounts.addAccountContact': async (world) => ({
    sent: { params: { id: world.ids.account }, body: { contactId: (await newContact(world)).id } },
  }),
  'accounts.listContacts': () => ({}),
  'accounts.getContact': ({ ids }) => ({ sent: { params: { id: ids.contact } } }),
  'accounts.createContact': () => ({
    sent: { body: { firstName: 'Priya', lastName: fresh('Shah'), emails: [{ email: freshEmail() }] } },
  }),
  'accounts.changeContact': async ({ firm, ids }) => ({
    sent: {
      params: { id: ids.contact },
      body: { phone: '+31 20 555 0142' },
      headers: await seen(firm.owner, contactsContract.getContact, { id: ids.contact }),
    },
  }),
  'accounts.addContactEmail': ({ ids }) => ({ sent: { params: { id: ids.contact }, body: { email: freshEmail() } } }),
  'accounts.changeContactEmail': async (world) => {
    const contact = await newContact(world)
    return { sent: { params: { id: contact.id, emailId: contact.emails[0]!.id }, body: { email: freshEmail() } } }
  },
  'accounts.removeContactEmail': async (world) => {
    const contact = await newContact(world)
    return { sent: { params: { id: contact.id, emailId: contact.emails[0]!.id } } }
  },
  'accounts.setContactSettings': ({ ids }) => ({
    sent: {
      params: { id: ids.account, contactId: ids.contact, emailId: ids.contactEmail },
      body: { login: true, notify: true },
    },
  }),
  'accounts.removeAccountContact': async (world) => {
    const { firm, ids } = world
    const contact = await newContact(world)
    await firm.owner.call(accountsContract.addAccountContact, {
      params: { id: ids.account },
      body: { contactId: contact.id },
    })
    return { sent: { params: { id: ids.account, contactId: contact.id } } }
  },
  'roles.listAccountRoles': () => ({}),
  'roles.createAccountRole': () => ({ sent: { body: { name: fresh('Role') } } }),
  'roles.renameAccountRole': async ({ firm }) => {
    const { id, revision } = await newRole(firm)
    return { sent: { params: { id }, body: { name: fresh('Renamed') }, headers: { 'if-match': `"${revision}"` } } }
  },
  'roles.orderAccountRoles': ({ ids }) => ({ sent: { body: { ids: [ids.role] } } }),
  'roles.deleteAccountRole': async ({ firm }) => ({ sent: { params: { id: (await newRole(firm)).id } } }),
  'roles.getRolesOfAccount': ({ ids }) => ({ sent: { params: { id: ids.account } } }),
  'roles.changeRoleHolders': ({ ids }) => ({
    sent: { body: { accountIds: [ids.account], roleId: ids.role, add: [ids.member], remove: [] } },
  }),
  'client-statuses.listClientStatuses': () => ({}),
  'client-statuses.createClientStatus': () => ({ sent: { body: { name: fresh('Status'), color: 'teal' } } }),
  'client-statuses.changeClientStatus': async ({ firm }) => {
    const { id, revision } = await newStatus(firm)
    return { sent: { params: { id }, body: { name: fresh('Renamed') }, headers: { 'if-match': `"${revision}"` } } }
  },
  'client-statuses.orderClientStatuses': ({ ids }) => ({ sent: { body: { ids: [ids.clientStatus] } } }),
  'client-statuses.deleteClientStatus': async ({ firm }) => ({ sent: { params: { id: (await newStatus(firm)).id } } }),
  'imports.uploadImport': () => ({
    sent: { query: { name: 'clients.csv' }, body: new TextEncoder().encode('Name\nAda\n') },
  }),
  'imports.listImports': () => ({}),
  'imports.getImport': ({ ids }) => ({ sent: { params: { id: ids.import } } }),
  'imports.previewImport': ({ ids }) => ({ sent: { params: { id: ids.import } } }),
  'imports.setImportReading': async (world) => ({
    sent: { params: { id: await newImport(world) }, body: { encoding: 'utf-8', delimiter: ',' } },
  }),
  'imports.setImportMapping': async (world) => ({ sent: { params: { id: await newImport(world) }, body: MAPPING } }),
  'imports.startImport': async (world) => {
    const id = await newImport(world)
    await world.firm.owner.call(importsContract.setImportMapping, { params: { id }, body: MAPPING })
    return { sent: { params: { id } } }
  },
  'imports.discardImport': async (world) => ({ sent: { params: { id: await newImport(world) } } }),
  'imports.listImportProblems': ({ ids }) => ({ sent: { params: { id: ids.import } } }),
  'imports.downloadImportProblems': ({ ids }) => ({ sent: { params: { id: ids.import } } }),
}
