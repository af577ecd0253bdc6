import { MultiSelect } from '@mantine/core'
import type { ReactNode } from 'react'
import { rolesContract } from '#features/roles/contract.ts'
import { teamContract } from '#features/team/contract.ts'
import { useEndpoint } from '#web/api/hooks.ts'
import { useText } from '#web/text.tsx'

const ROLE = 'role:'

/** Who shall do it, people by their ids and roles by `role:` and theirs (D-17). */
export type Assignees = string[]

export function assigneesOf(memberIds: readonly string[], roleIds: readonly string[]): Assignees {
  return [...memberIds, ...roleIds.map((id) => `${ROLE}${id}`)]
}

/** The part of a body that says who: people, and roles that stand for whoever holds them for the client. */
export function whoOf(assignees: Assignees): { assigneeIds: string[]; roleIds: string[] } {
  return {
    assigneeIds: assignees.filter((it) => !it.startsWith(ROLE)),
    roleIds: assignees.filter((it) => it.startsWith(ROLE)).map((it) => it.slice(ROLE.length)),
  }
}

/** Where a refused assignee stands in the form. */
export function assigneesPath(path: string): string {
  return /^(assigneeIds|roleIds)/.test(path) ? 'assignees' : path
}

/** Whom a task can be given to: those who work here. */
export function useMembers(): { value: string; label: string }[] {
  const team = useEndpoint(teamContract.listTeam, {})
  const working = team.data?.items.filter((member) => member.state !== 'deactivated') ?? []
  return working.map(({ id, name }) => ({ value: id, label: name }))
}

type FieldProps = { value?: Assignees; onChange?: (assignees: Assignees) => void; error?: ReactNode }

/** People alone: whoever does a task that is made already, its roles resolved. */
export function PeopleField(props: FieldProps) {
  const t = useText()
  return <MultiSelect label={t('tasks.assignees')} data={useMembers()} searchable {...props} />
}

/** People and roles of the firm to choose from; takes a field's props. */
export function AssigneesField(props: FieldProps) {
  const t = useText()
  const members = useMembers()
  const roles = useEndpoint(rolesContract.listAccountRoles, {})
  const items = roles.data?.items.map(({ id, name }) => ({ value: `${ROLE}${id}`, label: name })) ?? []
  const data = [
    { group: t('tasks.people'), items: members },
    { group: t('tasks.roles'), items },
  ]
  return (
    <MultiSelect
      label={t('tasks.assignees')}
      description={t('tasks.roles_help')}
      data={data.filter((group) => group.items.length > 0)}
      searchable
      {...props}
    />
  )
}
