import {
  IconCalendar,
  IconChecklist,
  IconClipboardList,
  IconHome,
  IconLayoutKanban,
  IconSettings,
  IconTemplate,
  IconUsers,
} from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { Navigate, Outlet, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { identityContract } from '#features/identity/contract.ts'
import { BulkProgress } from '#features/jobs/web/bulk-progress.tsx'
import { pipelinesContract } from '#features/pipelines/contract.ts'
import { tasksContract } from '#features/tasks/contract.ts'
import { useAct, useEndpoint } from '../api/hooks.ts'
import { useLive } from '../api/live.ts'
import { MemberSessionContext } from '../session.tsx'
import type { NavGroup } from '../shell/side-nav.tsx'
import { StaffShell } from '../shell/staff-shell.tsx'
import { useReader, useText } from '../text.tsx'
import { AddJobsDialog, SendOrganizer } from './dialogs.ts'
import { useFind } from './find.ts'
import { NewItems } from './new-items.tsx'
import { SignInAgain } from './sign-in-again.tsx'

/** Asks who is signed in, then draws the staff app's frame around the page. */
export function StaffApp() {
  const session = useEndpoint(identityContract.getSession, {})
  if (session.data?.kind === 'member') {
    if (session.data.secondFactor === 'missing') return <Navigate to="/second-factor" />
    return (
      <MemberSessionContext value={session.data}>
        <Frame />
      </MemberSessionContext>
    )
  }
  if (session.data) return <Navigate to="/portal" />
  return null
}

function Frame() {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const session = useEndpoint(identityContract.getSession, {})
  const nav = useNav()
  const [panel, setPanel] = useState<'jobs' | 'organizer' | null>(null)
  const [isLeaving, setLeaving] = useState(false)
  const signOut = useAct(identityContract.signOut, {
    onDone: () => {
      setLeaving(true)
      queries.clear()
      void navigate({ to: '/sign-in' })
    },
  })
  const connected = useLive()
  const find = useFind()
  useReaderOf(session.data)
  if (session.data?.kind !== 'member') return null
  const { firm, member } = session.data
  return (
    <StaffShell
      firm={{ name: firm.name, colour: firm.color }}
      nav={nav}
      member={{ name: member.name, email: member.email }}
      newItems={<NewItems onAddJobs={() => setPanel('jobs')} onSend={() => setPanel('organizer')} />}
      find={find}
      connected={connected}
      onSignOut={() => void signOut.run({})}
    >
      <Outlet />
      <BulkProgress />
      {!isLeaving && <SignInAgain />}
      {panel === 'jobs' && <AddJobsDialog onClose={() => setPanel(null)} />}
      {panel === 'organizer' && <SendOrganizer onClose={() => setPanel(null)} />}
    </StaffShell>
  )
}

/** Only what exists; the pipelines stand below Workflow. */
function useNav(): NavGroup[] {
  const t = useText()
  const pipelines = useEndpoint(pipelinesContract.listPipelines, {})
  const mine = useEndpoint(tasksContract.listTasks, { query: { assignee: 'me', limit: 1 } })
  const published = (pipelines.data?.items ?? []).filter((pipeline) => pipeline.version !== null)
  return [
    [
      { to: '/', label: t('nav.home'), icon: IconHome },
      { to: '/clients', label: t('nav.clients'), icon: IconUsers },
      {
        to: '/workflow',
        label: t('nav.workflow'),
        icon: IconLayoutKanban,
        children: [
          ...published.map(({ id, name }) => ({ to: `/workflow/${id}`, label: name })),
          { to: '/workflow/jobs', label: t('jobs.title') },
          { to: '/workflow/recurring', label: t('nav.recurring') },
        ],
      },
    ],
    [
      { to: '/organizers', label: t('nav.organizers'), icon: IconClipboardList },
      { to: '/calendar', label: t('calendar.title'), icon: IconCalendar },
      { to: '/tasks', label: t('nav.tasks'), icon: IconChecklist, count: mine.data?.myOpen ?? 0 },
    ],
    [
      { to: '/templates', label: t('nav.templates'), icon: IconTemplate },
      { to: '/settings', label: t('nav.settings'), icon: IconSettings },
    ],
  ]
}

type Session = ReturnType<typeof useEndpoint<typeof identityContract.getSession>>['data']

/** Times are shown in the firm's zone; the member's own language, where he chose one, comes with him to any device. */
function useReaderOf(session: Session): void {
  const { setLocale, setZone } = useReader()
  const zone = session?.firm.timeZone
  const locale = session?.kind === 'member' ? session.member.locale : null
  useEffect(() => {
    if (zone) setZone(zone)
    if (locale) setLocale(locale)
  }, [zone, locale, setZone, setLocale])
}
