import { Button } from '@mantine/core'
import { IconChevronsRight } from '@tabler/icons-react'
import { useAct } from '#web/api/hooks.ts'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { Sentence } from '#web/design/sentence.tsx'
import { useText } from '#web/text.tsx'
import { jobLinksContract } from '../contract-links.ts'
import type { Job } from '../schemas.ts'

/** The job has earned its move, as by a finished item that was linked; it goes when somebody says so (AM-15). */
export function MoveNow({ job }: { job: Job }) {
  const t = useText()
  const { run, isRunning, problem } = useAct(jobLinksContract.moveOnJob)
  return (
    <Sentence
      tone="ready"
      icon={IconChevronsRight}
      detail={problem && <ProblemNote problem={problem} />}
      actions={
        <Button size="xs" loading={isRunning} onClick={() => void run({ params: { id: job.id } })}>
          {t('job.move_now')}
        </Button>
      }
    >
      {t('reason.move_earned', { stage: job.explanation.next?.stage ?? '', status: String(job.status !== null) })}
    </Sentence>
  )
}
