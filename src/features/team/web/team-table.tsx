import { ProblemNote } from '#web/design/problem-note.tsx'
import { type DotState, State } from '#web/design/state-dot.tsx'
import { type Column, Table } from '#web/design/table.tsx'
import { useText } from '#web/text.tsx'
import type { ListedMember } from '../contract.ts'
import type { MemberState } from '../model.ts'
import { useTeam } from './use-team.ts'

const DOTS: Record<MemberState, DotState> = { active: 'ready', invited: 'client', deactivated: 'off' }

/** Everybody on the team; a row opens its drawer. */
export function TeamTable() {
  const t = useText()
  const team = useTeam()
  const columns: Column<ListedMember>[] = [
    { key: 'name', title: t('profile.name'), cell: ({ name }) => name },
    { key: 'email', title: t('team.email'), dim: true, cell: ({ email }) => email },
    { key: 'role', title: t('team.role'), width: '140px', cell: ({ role }) => t(`role.${role}`) },
    {
      key: 'rights',
      title: t('team.rights'),
      width: '140px',
      dim: true,
      hide: 'narrow',
      cell: ({ role, rights }) =>
        role === 'employee' ? t('team.rights_count', { count: rights.length }) : t('team.rights_all'),
    },
    {
      key: 'access',
      title: t('team.default_access'),
      width: '160px',
      dim: true,
      hide: 'narrow',
      cell: ({ defaultAccess }) => (defaultAccess ? t('team.default_access_on') : ''),
    },
    {
      key: 'state',
      title: t('team.state'),
      width: '150px',
      cell: ({ state }) => <State state={DOTS[state]}>{t(`team.state_${state}`)}</State>,
    },
  ]
  if (team.error) return <ProblemNote problem={team.error} onRetry={() => void team.refetch()} />
  return (
    <Table
      label={t('team.title')}
      columns={columns}
      rows={team.data?.items}
      rowKey={({ id }) => id}
      rowName={({ name }) => name}
      rowTo={({ id }) => `/settings/team/${id}`}
    />
  )
}
