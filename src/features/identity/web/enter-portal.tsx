import { Button } from '@mantine/core'
import { useAct } from '#web/api/hooks.ts'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { useText } from '#web/text.tsx'
import { identityContract } from '../contract.ts'

export type EnterPortalProps = {
  token: string
  onDone: () => void
  /** the link has ended meanwhile: `link_used` or `link_expired` */
  onRefused: (code: string) => void
}

/** The button that signs a client in; opening the page did nothing yet. */
export function EnterPortal({ token, onDone, onRefused }: EnterPortalProps) {
  const t = useText()
  const enter = useAct(identityContract.enterPortal, {
    onDone,
    onProblem: ({ code }) => {
      if (code === 'link_used' || code === 'link_expired') onRefused(code)
    },
  })
  return (
    <>
      <ProblemNote problem={enter.problem} />
      <Button variant="filled" fullWidth loading={enter.isRunning} onClick={() => void enter.run({ body: { token } })}>
        {t('signin.go')}
      </Button>
    </>
  )
}
