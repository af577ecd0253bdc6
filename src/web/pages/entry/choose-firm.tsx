import { Button } from '@mantine/core'
import { identityContract } from '#features/identity/contract.ts'
import { useAct } from '../../api/hooks.ts'
import { ProblemNote } from '../../design/problem-note.tsx'
import styles from './choose-firm.module.css'

export type OwnFirm = { id: string; name: string; slug: string }

export type ChooseFirmProps = { firms: OwnFirm[]; narrow?: boolean; onDone: () => void }

/** The firms of a login; the first one is where one is already. */
export function ChooseFirm({ firms, narrow = false, onDone }: ChooseFirmProps) {
  const change = useAct(identityContract.switchFirm, { onDone })
  const choose = (firm: OwnFirm) => {
    if (firm === firms[0]) onDone()
    else void change.run({ body: { firmId: firm.id } })
  }
  return (
    <div className={styles.firms} data-narrow={narrow || undefined}>
      {firms.map((firm, at) => (
        <Button key={firm.id} variant={at === 0 ? 'filled' : 'default'} fullWidth onClick={() => choose(firm)}>
          {firm.name}
        </Button>
      ))}
      <ProblemNote problem={change.problem} />
    </div>
  )
}
