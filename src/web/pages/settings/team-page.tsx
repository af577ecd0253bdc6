import { Button } from '@mantine/core'
import { Outlet, useNavigate, useParams } from '@tanstack/react-router'
import { InviteDrawer } from '#features/team/web/invite-drawer.tsx'
import { MemberDrawer } from '#features/team/web/member-drawer.tsx'
import { TeamTable } from '#features/team/web/team-table.tsx'
import { AppLink } from '../../design/link.tsx'
import { useMember } from '../../session.tsx'
import { useText } from '../../text.tsx'
import { SettingsPage } from './settings-page.tsx'

const TEAM = '/settings/team'

/** The team; a colleague and the invitation open as drawers beside it. */
export function TeamPage() {
  const t = useText()
  const isAdmin = useMember().member.role !== 'employee'
  const invite = isAdmin && (
    <Button component={AppLink} to={`${TEAM}/invite`} variant="filled">
      {t('team.invite')}
    </Button>
  )
  return (
    <SettingsPage actions={invite} bare>
      <TeamTable />
      <Outlet />
    </SettingsPage>
  )
}

export function InvitePanel() {
  return <InviteDrawer onClose={useBackToTeam()} />
}

export function MemberPanel() {
  const { memberId = '' } = useParams({ strict: false })
  return <MemberDrawer id={memberId} onClose={useBackToTeam()} />
}

function useBackToTeam(): () => void {
  const navigate = useNavigate()
  return () => void navigate({ to: TEAM })
}
