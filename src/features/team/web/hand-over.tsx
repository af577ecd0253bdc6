import { Button } from '@mantine/core'
import { useState } from 'react'
import { useAct } from '#web/api/hooks.ts'
import { ConfirmInNumbers } from '#web/design/confirm-in-numbers.tsx'
import { Buttons } from '#web/design/form.tsx'
import { useText } from '#web/text.tsx'
import { type ListedMember, teamContract } from '../contract.ts'

/** Makes a colleague the owner; oneself becomes an admin, and cannot take it back alone. */
export function HandOver({ member }: { member: ListedMember }) {
  const t = useText()
  const [asking, setAsking] = useState(false)
  const change = useAct(teamContract.changeMember, { touches: ['session'], onDone: () => setAsking(false) })
  const handOver = () =>
    void change.run({ params: { id: member.id }, body: { role: 'owner' }, ifMatch: member.revision })
  return (
    <Buttons>
      <Button variant="subtle" onClick={() => setAsking(true)}>
        {t('team.hand_over')}
      </Button>
      <ConfirmInNumbers
        opened={asking}
        title={t('team.hand_over_to', { name: member.name })}
        confirm={t('team.hand_over')}
        danger
        isRunning={change.isRunning}
        problem={change.problem}
        onConfirm={handOver}
        onClose={() => setAsking(false)}
      >
        <p>{t('team.hand_over_help', { name: member.name })}</p>
      </ConfirmInNumbers>
    </Buttons>
  )
}
