import { Button } from '@mantine/core'
import {
  type Icon,
  IconAlertTriangle,
  IconArchive,
  IconCheck,
  IconFlag,
  IconHandStop,
  IconPlayerPause,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Section } from '#web/design/section.tsx'
import { Sentence, type SentenceProps, Sentences } from '#web/design/sentence.tsx'
import { useText } from '#web/text.tsx'
import type { Job } from '../schemas.ts'
import { useBoardState } from './board-context.tsx'
import { FailedAutomation, ItemReason } from './item-reason.tsx'
import styles from './job-reasons.module.css'
import { useLifecycle } from './job-tools.tsx'
import { MoveNow } from './move-now.tsx'
import { NextStage } from './next-stage.tsx'
import { OpenButton } from './open-button.tsx'

type Reason = Job['explanation']['reasons'][number]
type Code = Exclude<Reason['code'], 'item_pending' | 'move_earned'>

/** Why the job is where it is: one sentence per reason, each with what removes it, and where it goes then (B-3). */
export function JobReasons({ job, onAddTask }: { job: Job; onAddTask: () => void }) {
  const t = useText()
  const { reasons, moves } = job.explanation
  const earned = reasons.some(({ code }) => code === 'move_earned')
  return (
    <Section title={t(moves ? 'job.goes_on' : 'job.why')}>
      <Sentences>
        {job.outcomes
          .filter((outcome) => outcome.result === 'failed')
          .map((outcome) => (
            <FailedAutomation key={outcome.automationId} outcome={outcome} job={job} />
          ))}
        {earned && <MoveNow job={job} />}
        {reasons.map((reason) => {
          const { code, item } = reason
          if (code === 'move_earned') return null
          if (code === 'item_pending') return item && <ItemReason key={item.id} item={item} job={job} />
          return <StateReason key={code} reason={reason} code={code} job={job} onAddTask={onAddTask} />
        })}
      </Sentences>
      {earned ? null : <NextStage job={job} />}
    </Section>
  )
}

type StateReasonProps = { code: Code; reason: Reason; job: Job; onAddTask: () => void }

/** A state rather than something to be done: said as it is, with the way out of it. */
function StateReason({ code, reason, job, onAddTask }: StateReasonProps) {
  const t = useText()
  const { icon, tone } = LOOKS[code]
  const said = {
    done: reason.done ?? 0,
    needed: reason.needed ?? 0,
    status: reason.status ?? '',
    automove: String(reason.automove),
  }
  return (
    <Sentence
      icon={icon}
      {...(tone ? { tone } : {})}
      detail={t(`reason.${code}.detail`, said)}
      actions={<Ways code={code} reason={reason} job={job} onAddTask={onAddTask} />}
    >
      {t(`reason.${code}`, said)}
    </Sentence>
  )
}

const LOOKS: Record<Code, { icon: Icon; tone?: NonNullable<SentenceProps['tone']> }> = {
  nothing_linked: { icon: IconAlertTriangle, tone: 'stuck' },
  none_named: { icon: IconAlertTriangle, tone: 'stuck' },
  nothing_done: { icon: IconAlertTriangle, tone: 'stuck' },
  too_few_done: { icon: IconAlertTriangle, tone: 'stuck' },
  custom_status: { icon: IconPlayerPause },
  job_completed: { icon: IconCheck, tone: 'ready' },
  automove_off: { icon: IconHandStop },
  last_stage: { icon: IconFlag, tone: 'ready' },
  job_archived: { icon: IconArchive },
  account_archived: { icon: IconArchive },
  stage_missing: { icon: IconAlertTriangle, tone: 'stuck' },
  waiting_for_advance: { icon: IconAlertTriangle, tone: 'stuck' },
}

function Ways({ code, job, onAddTask }: StateReasonProps): ReactNode {
  const t = useText()
  const { toggle, isRunning } = useLifecycle(job)
  switch (code) {
    case 'nothing_linked':
    case 'nothing_done':
    case 'too_few_done':
      return (
        <>
          <Button size="xs" variant="subtle" onClick={onAddTask}>
            {t('job.add_task')}
          </Button>
          <MoveOn job={job} />
        </>
      )
    case 'none_named':
    case 'automove_off':
      return <MoveOn job={job} />
    case 'last_stage':
    case 'job_archived':
      return (
        <Button size="xs" loading={isRunning} onClick={toggle}>
          {t(job.lifecycle === 'archived' ? 'job.restore' : 'job.archive')}
        </Button>
      )
    case 'account_archived':
      return <OpenButton to={`/clients/${job.accountId}`} name={job.accountName} variant="default" />
    case 'custom_status':
    case 'job_completed':
    case 'stage_missing':
    case 'waiting_for_advance':
      return null
  }
}

/** To where it would go next. */
function MoveOn({ job }: { job: Job }) {
  const t = useText()
  const { board, moveTo } = useBoardState()
  const { next } = job.explanation
  const stage = board?.stages.find(({ id }) => id === next?.stageId)
  if (!stage || job.lifecycle === 'archived') return null
  return (
    <Button size="xs" className={styles.way} onClick={() => moveTo(job, stage)}>
      {t('move.title', { count: 1, stage: stage.name })}
    </Button>
  )
}
