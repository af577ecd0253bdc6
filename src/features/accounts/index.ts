export { accountStates, lockAccounts } from './account-states.ts'
export { type Recipient, recipientsOf } from './recipients.ts'
export { requireVisibleAccounts, visibleAccounts } from './visible.ts'
