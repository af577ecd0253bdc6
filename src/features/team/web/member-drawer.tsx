import { Button } from '@mantine/core'
import { useState } from 'react'
import { useAct } from '#web/api/hooks.ts'
import { ConfirmInNumbers } from '#web/design/confirm-in-numbers.tsx'
import { Drawer } from '#web/design/drawer.tsx'
import { Facts } from '#web/design/field-row.tsx'
import { Buttons, Stack } from '#web/design/form.tsx'
import { TextLink } from '#web/design/link.tsx'
import { Note } from '#web/design/note.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { SkeletonLines } from '#web/design/skeleton.tsx'
import { useToast } from '#web/design/toast.tsx'
import { useMember } from '#web/session.tsx'
import { useText } from '#web/text.tsx'
import { type ListedMember, teamContract } from '../contract.ts'
import { HandOver } from './hand-over.tsx'
import { Access } from './member-access.tsx'
import styles from './panel.module.css'
import { useTeam } from './use-team.ts'

/** One colleague: role, rights, default access, and the end of his access. What the reader may not change is only shown. */
export function MemberDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useText()
  const team = useTeam()
  const isAdmin = useMember().member.role !== 'employee'
  const member = team.data?.items.find((it) => it.id === id)
  if (!member) {
    return (
      <Drawer title={team.data ? t('missing.title') : t('ui.loading')} onClose={onClose}>
        {team.data ? <p>{t('missing.text')}</p> : <SkeletonLines />}
      </Drawer>
    )
  }
  const facts = [
    { label: t('login.email'), value: member.email },
    { label: t('team.role'), value: t(`role.${member.role}`) },
    { label: t('team.state'), value: t(`team.state_${member.state}`) },
  ]
  return (
    <Drawer title={member.name} onClose={onClose} summary={<Facts facts={facts} />}>
      <div className={styles.panel}>
        {isAdmin && <Histories member={member} />}
        <Settings key={member.id} member={member} />
      </div>
    </Drawer>
  )
}

/** What happened to him, and what he did, each as a table (AUD-1, AUD-2). */
function Histories({ member: { id } }: { member: ListedMember }) {
  const t = useText()
  return (
    <p className={styles.links}>
      <TextLink to={`/history/members/${id}`}>{t('activity.history')}</TextLink>
      <TextLink to={`/settings/activity?who=${id}`}>{t('activity.of_member')}</TextLink>
    </p>
  )
}

function Settings({ member }: { member: ListedMember }) {
  const reader = useMember().member
  const { may } = member
  return (
    <Stack>
      {member.state === 'invited' && may.changeState && <Invited member={member} />}
      <Access key={member.revision} member={member} mayChange={reader.role !== 'employee'} />
      {may.changeState && <EndAccess member={member} />}
      {may.changeRole && member.state === 'active' && <HandOver member={member} />}
    </Stack>
  )
}

function Invited({ member }: { member: ListedMember }) {
  const t = useText()
  const say = useToast()
  const mail = useAct(teamContract.renewInvitation, { onDone: ({ email }) => say(t('team.invited', { email })) })
  const again = (
    <Button size="xs" loading={mail.isRunning} onClick={() => void mail.run({ params: { id: member.id } })}>
      {t('team.invite_again')}
    </Button>
  )
  return (
    <>
      <Note tone="wait" title={t('team.waiting')} actions={again} />
      <ProblemNote problem={mail.problem} />
    </>
  )
}

function EndAccess({ member }: { member: ListedMember }) {
  const t = useText()
  const [asking, setAsking] = useState(false)
  const change = useAct(teamContract.changeMemberState, { onDone: () => setAsking(false) })
  const set = (state: 'active' | 'deactivated') => void change.run({ params: { id: member.id }, body: { state } })
  const ended = member.state === 'deactivated'
  return (
    <Buttons>
      {ended ? (
        <Button loading={change.isRunning} onClick={() => set('active')}>
          {t('team.give_access')}
        </Button>
      ) : (
        <Button variant="subtle" color="late" onClick={() => setAsking(true)}>
          {t('team.end_access')}
        </Button>
      )}
      <ConfirmInNumbers
        opened={asking}
        title={t('team.end_access_of', { name: member.name })}
        confirm={t('team.end_access')}
        danger
        isRunning={change.isRunning}
        problem={change.problem}
        onConfirm={() => set('deactivated')}
        onClose={() => setAsking(false)}
      >
        <p>{t('team.end_access_help')}</p>
      </ConfirmInNumbers>
    </Buttons>
  )
}
