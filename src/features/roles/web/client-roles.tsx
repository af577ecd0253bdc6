import { Select } from '@mantine/core'
import { teamContract } from '#features/team/contract.ts'
import { useAct, useEndpoint } from '#web/api/hooks.ts'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { Section } from '#web/design/section.tsx'
import { Tag } from '#web/design/tag.tsx'
import { useToast } from '#web/design/toast.tsx'
import { useRight } from '#web/session.tsx'
import { useText } from '#web/text.tsx'
import { type HeldRole, rolesContract } from '../contract.ts'
import styles from './roles.module.css'

/** Who holds which role for a client, changed where it stands (D-17). */
export function ClientRoles({ accountId }: { accountId: string }) {
  const t = useText()
  const params = { id: accountId as never }
  const held = useEndpoint(rolesContract.getRolesOfAccount, { params }, { hears: ['account-roles', 'team-members'] })
  if (held.data?.items.length === 0) return null
  return (
    <Section title={t('roles.of_client')}>
      <ProblemNote problem={held.error} onRetry={() => void held.refetch()} />
      <dl className={styles.held}>
        {held.data?.items.map((role) => (
          <Role key={role.id} role={role} accountId={accountId} />
        ))}
      </dl>
    </Section>
  )
}

function Role({ role: { id, name: role, members }, accountId }: { role: HeldRole; accountId: string }) {
  const t = useText()
  const say = useToast()
  const mayAssign = useRight('assign_team_members')
  const choices = useHolderChoices()
  const act = useAct(rolesContract.changeRoleHolders, { touches: ['accounts'] })
  const change = (add: string[], remove: string[]) =>
    act.run({ body: { accountIds: [accountId], roleId: id, add, remove } as never })
  const take = async (memberId: string, name: string) => {
    if (await change([], [memberId])) say(t('roles.taken', { name, role }), { undo: () => void change([memberId], []) })
  }
  const has = new Set(members.map((member) => member.id))
  const label = t('roles.give', { role })
  return (
    <div className={styles.role}>
      <dt>{role}</dt>
      <dd>
        {members.map(({ id: memberId, name }) => (
          <Tag key={memberId} {...(mayAssign ? { onRemove: () => void take(memberId, name) } : {})}>
            {name}
          </Tag>
        ))}
        {mayAssign && (
          <Select
            key={members.length}
            size="xs"
            searchable
            aria-label={label}
            placeholder={members.length === 0 ? t('roles.nobody') : label}
            data={choices.filter(({ value }) => !has.has(value))}
            value={null}
            onChange={(memberId) => memberId && void change([memberId], [])}
          />
        )}
        {!mayAssign && members.length === 0 && <span className={styles.quiet}>{t('roles.nobody')}</span>}
        <ProblemNote problem={act.problem} />
      </dd>
    </div>
  )
}

/** Who can hold a role: everybody who works here or is invited to. */
export function useHolderChoices(): { value: string; label: string }[] {
  const { data } = useEndpoint(teamContract.listTeam, {})
  const working = data?.items.filter((member) => member.state !== 'deactivated') ?? []
  return working.map(({ id, name }) => ({ value: id, label: name }))
}
