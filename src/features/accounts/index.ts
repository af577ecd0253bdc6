import { slice } from '#platform/slices/slice.ts'
import { contactsContract } from './contacts-contract.ts'
import { accountsContract } from './contract.ts'
import './events.ts'
import { accountsRoutes, contactsRoutes } from './routes.ts'

export const accounts = slice({
  name: 'accounts',
  contract: { ...accountsContract, ...contactsContract },
  routes: { ...accountsRoutes, ...contactsRoutes },
})

export { accountStates, lockAccounts } from './account-states.ts'
export { assignMembers, putTags } from './bulk.ts'
export { changesBetween } from './changes.ts'
export { createAccount, requireMembers, requireTags } from './create-account.ts'
export { updateAccountAccess } from './effects.ts'
export { visibleContacts } from './queries.ts'
export { type Recipient, recipientsOf } from './recipients.ts'
export { renderNames, renderNamesOn } from './render-names.ts'
export { staffEmailsAmong } from './staff-emails.ts'
export { requireVisibleAccounts, seesAllAccounts, visibleAccounts, visibleJobs, visiblePipelines } from './visible.ts'
export { type ClientChanges, noChanges, writeClients } from './write-clients.ts'
