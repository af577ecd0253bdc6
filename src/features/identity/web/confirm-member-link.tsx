import { Button } from '@mantine/core'
import { useAct } from '#web/api/hooks.ts'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { useText } from '#web/text.tsx'
import { identityContract } from '../contract.ts'

/** The button behind a one-time link of the demo firm (D-18); opening the page alone signs nobody in. */
export function ConfirmMemberLink({ token, onDone }: { token: string; onDone: () => void }) {
  const t = useText()
  const enter = useAct(identityContract.enterByMemberLink, { onDone })
  return (
    <>
      <ProblemNote problem={enter.problem} />
      <Button variant="filled" fullWidth loading={enter.isRunning} onClick={() => void enter.run({ body: { token } })}>
        {t('signin.go')}
      </Button>
    </>
  )
}
