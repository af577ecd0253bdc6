import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Navigate, useNavigate } from '@tanstack/react-router'
import { identityContract } from '#features/identity/contract.ts'
import { clearUnsaved } from '#features/organizers/web/fill/unsaved-store.ts'
import { portalContract } from '#features/portal/contract.ts'
import { PortalHome } from '#features/portal/web/portal-home.tsx'
import type { AccountId } from '#kernel/ids.ts'
import { useAct, useEndpoint } from '../../api/hooks.ts'
import { ProblemNote } from '../../design/problem-note.tsx'
import { SkeletonCards } from '../../design/skeleton.tsx'
import { PortalShell } from '../../shell/portal-shell.tsx'
import { useClientSession } from './use-client-session.ts'

const route = getRouteApi('/portal')

/** The portal's start page: the account with the newest to-do, unless the address names one (POR-1, POR-6). */
export function PortalHomePage() {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { account } = route.useSearch()
  const session = useClientSession()
  const home = useEndpoint(portalContract.getPortalHome, { query: { accountId: account as AccountId | undefined } })
  const signOut = useAct(identityContract.signOut, {
    onDone: () => {
      clearUnsaved()
      queries.clear()
      void navigate({ to: '/portal/$slug/sign-in', params: { slug: session?.firm.slug ?? '' } })
    },
  })
  if (session?.kind === 'member') return <Navigate to="/" />
  // an account that is no longer one's own: show the others
  if (account && home.error?.code === 'not_found') return <Navigate to="/portal" replace />
  if (home.data && session) {
    const open = (accountId: string) => void navigate({ to: '/portal', search: { account: accountId } })
    return <PortalHome home={home.data} onSwitch={open} onSignOut={() => void signOut.run({})} />
  }
  const firm = { name: session?.firm.name ?? '', colour: session?.firm.color ?? null }
  return (
    <PortalShell firm={firm} home="/portal">
      {home.error ? <ProblemNote problem={home.error} onRetry={() => void home.refetch()} /> : <SkeletonCards />}
    </PortalShell>
  )
}
