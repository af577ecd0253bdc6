import { MultiSelect, type MultiSelectProps } from '@mantine/core'
import { rolesContract } from '#features/roles/contract.ts'
import type { AccountId } from '#kernel/ids.ts'
import { useEndpoint } from '#web/api/hooks.ts'
import { useFormat, useText } from '#web/text.tsx'

type FieldProps = Pick<MultiSelectProps, 'value' | 'onChange' | 'error' | 'placeholder' | 'label' | 'description'>

/** Roles of the firm that jobs are given to: whoever holds them for the client, when a job is made unless said otherwise (D-17, JOB-6). */
export function RolesField(props: FieldProps) {
  const t = useText()
  const roles = useEndpoint(rolesContract.listAccountRoles, {}).data?.items ?? []
  if (roles.length === 0 && (props.value?.length ?? 0) === 0) return null
  return (
    <MultiSelect
      label={t('template.roles')}
      description={t('template.roles_help')}
      searchable
      data={roles.map(({ id, name }) => ({ value: id, label: name }))}
      {...props}
    />
  )
}

/** The same for a job that is there: who holds each role for its client, and joins those who do it. */
export function HeldRolesField({ accountId, ...props }: FieldProps & { accountId: string }) {
  const t = useText()
  const { list } = useFormat()
  const params = { id: accountId as AccountId }
  const roles = useEndpoint(rolesContract.getRolesOfAccount, { params }).data?.items ?? []
  if (roles.length === 0) return null
  const data = roles.map(({ id, name, members }) => {
    const holders = members.length > 0 ? list(members.map((member) => member.name)) : t('job.role_nobody')
    return { value: id, label: `${name} · ${holders}`, disabled: members.length === 0 }
  })
  return (
    <MultiSelect label={t('job.add_roles')} description={t('job.add_roles_help')} searchable data={data} {...props} />
  )
}
