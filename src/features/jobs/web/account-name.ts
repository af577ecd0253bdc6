import { accountsContract } from '#features/accounts/contract.ts'
import { useEndpoint } from '#web/api/hooks.ts'

export function useAccountName(accountId: string | undefined): string | undefined {
  const params = { id: accountId ?? '' }
  const { data } = useEndpoint(accountsContract.getAccount, { params }, { enabled: accountId !== undefined })
  return accountId === undefined ? undefined : data?.name
}
