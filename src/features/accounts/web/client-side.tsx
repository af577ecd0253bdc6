import { Select } from '@mantine/core'
import { useAct } from '#web/api/hooks.ts'
import { Avatar } from '#web/design/avatar.tsx'
import { Facts } from '#web/design/field-row.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { DateText } from '#web/design/said.tsx'
import { Section } from '#web/design/section.tsx'
import { Tag } from '#web/design/tag.tsx'
import { useToast } from '#web/design/toast.tsx'
import { useMember, useRight } from '#web/session.tsx'
import { useFormat, useText } from '#web/text.tsx'
import { accountsContract } from '../contract.ts'
import type { Account } from '../schemas.ts'
import { useTagChoices, useTeamChoices } from './choices.ts'
import styles from './client-side.module.css'

/** What is known of a client in a few words. */
export function ClientFacts({ account }: { account: Account }) {
  const t = useText()
  const { today } = useFormat()
  const facts = [
    { label: t('clients.id'), value: account.shortId },
    { label: t('clients.type'), value: t(`clients.type_${account.type}`) },
    { label: t('clients.since'), value: <DateText on={today(new Date(account.createdAt))} style="long" /> },
  ]
  if (account.externalId) facts.splice(1, 0, { label: t('clients.external_id'), value: account.externalId })
  return (
    <Section title={t('clients.details')}>
      <Facts facts={facts} />
    </Section>
  )
}

/** The tags of a client, changed where they stand. */
export function ClientTags({ account }: { account: Account }) {
  const t = useText()
  const say = useToast()
  const mayTag = useRight('manage_tags')
  const choices = useTagChoices()
  const act = useAct(accountsContract.changeAccountTags, { touches: ['accounts', 'tags'] })
  const change = (add: string[], remove: string[]) => act.run({ body: { accountIds: [account.id], add, remove } })
  const remove = async (id: string, name: string) => {
    if (await change([], [id])) say(t('clients.tag_removed', { name }), { undo: () => void change([id], []) })
  }
  const has = new Set(account.tags.map((tag) => tag.id))
  const free = choices.filter(({ value }) => !has.has(value))
  return (
    <Section title={t('clients.tags')}>
      <div className={styles.list}>
        {account.tags.map(({ id, name }) => (
          <Tag key={id} {...(mayTag ? { onRemove: () => void remove(id, name) } : {})}>
            {name}
          </Tag>
        ))}
        {account.tags.length === 0 && <span className={styles.quiet}>{t('clients.no_tags_yet')}</span>}
      </div>
      {mayTag && free.length > 0 && (
        <AddOne
          key={account.tags.length}
          label={t('clients.add_tag')}
          choices={free}
          onAdd={(id) => void change([id], [])}
        />
      )}
      <ProblemNote problem={act.problem} />
    </Section>
  )
}

/** Whom of the team a client belongs to, changed where it stands (USR-4). */
export function ClientTeam({ account }: { account: Account }) {
  const t = useText()
  const say = useToast()
  const me = useMember().member.id
  const mayAssign = useRight('assign_team_members')
  const choices = useTeamChoices()
  const act = useAct(accountsContract.changeAccountTeam, { touches: ['accounts'] })
  const change = (add: string[], remove: string[]) => act.run({ body: { accountIds: [account.id], add, remove } })
  const remove = async (id: string, name: string) => {
    if (await change([], [id])) say(t('clients.tag_removed', { name }), { undo: () => void change([id], []) })
  }
  const has = new Set(account.members.map((member) => member.id))
  const free = choices.filter(({ value }) => !has.has(value))
  return (
    <Section title={t('clients.team')}>
      <ul className={styles.team}>
        {account.members.map(({ id, name }) => (
          <li key={id} className={styles.member}>
            <Avatar name={name} you={id === me} silent />
            <Tag {...(mayAssign ? { onRemove: () => void remove(id, name) } : {})}>{name}</Tag>
          </li>
        ))}
      </ul>
      {account.members.length === 0 && <p className={styles.quiet}>{t('clients.no_team_yet')}</p>}
      {mayAssign && free.length > 0 && (
        <AddOne
          key={account.members.length}
          label={t('clients.add_member')}
          choices={free}
          onAdd={(id) => void change([id], [])}
        />
      )}
      <ProblemNote problem={act.problem} />
    </Section>
  )
}

type AddOneProps = { label: string; choices: { value: string; label: string }[]; onAdd: (id: string) => void }

function AddOne({ label, choices, onAdd }: AddOneProps) {
  return (
    <Select
      size="xs"
      searchable
      className={styles.add}
      aria-label={label}
      placeholder={label}
      data={choices}
      value={null}
      onChange={(id) => id && onAdd(id)}
    />
  )
}
