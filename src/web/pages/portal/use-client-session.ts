import { useEffect } from 'react'
import { identityContract, type SessionAnswer } from '#features/identity/contract.ts'
import { useEndpoint } from '../../api/hooks.ts'
import { useReader } from '../../text.tsx'
import { rememberPortal } from '../entry/portal-address.ts'

/** Who looks at the portal; his own language and the firm’s time zone are taken over. Undefined while it is asked. */
export function useClientSession(): SessionAnswer | undefined {
  const { suggestLocale, setZone } = useReader()
  const { data } = useEndpoint(identityContract.getSession, {})
  const client = data?.kind === 'client' ? data : null
  const locale = client?.contact.locale
  useEffect(() => {
    if (client) setZone(client.firm.timeZone)
    if (client) rememberPortal(client.firm.slug)
    if (locale) suggestLocale(locale)
  }, [client, locale, setZone, suggestLocale])
  return data
}
