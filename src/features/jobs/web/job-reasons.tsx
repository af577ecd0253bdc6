import { Button } from '@mantine/core'
import {
  type Icon,
  IconAlertTriangle,
  IconArchive,
  IconCheckbox,
  IconChevronsRight,
  IconFlag,
  IconHandStop,
  IconUser,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { tasksContract } from '#features/tasks/contract.ts'
import { useAct } from '#web/api/hooks.ts'
import { AppLink } from '#web/design/link.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { TimeAgo } from '#web/design/said.tsx'
import { Section } from '#web/design/section.tsx'
import { Sentence, type SentenceProps, Sentences } from '#web/design/sentence.tsx'
import { useFormat, useText } from '#web/text.tsx'
import type { Job } from '../schemas.ts'
import { useBoardState } from './board-context.tsx'
import type { Item } from './item-line.tsx'
import styles from './job-reasons.module.css'
import { useLifecycle } from './job-tools.tsx'
import { NextStage } from './next-stage.tsx'

type Reason = Job['explanation']['reasons'][number]
type Code = Exclude<Reason['code'], 'item_pending'>

/** Why the job is where it is: one sentence per reason, each with what removes it, and where it goes then (B-3). */
export function JobReasons({ job, onAddTask }: { job: Job; onAddTask: () => void }) {
  const t = useText()
  const { reasons, moves } = job.explanation
  return (
    <Section title={t(moves ? 'job.goes_on' : 'job.why')}>
      <Sentences>
        {reasons.map(({ code, item }) =>
          code === 'item_pending' && item ? (
            <ItemReason key={item.id} item={item} job={job} />
          ) : (
            <StateReason key={code} code={code as Code} job={job} onAddTask={onAddTask} />
          ),
        )}
      </Sentences>
      <NextStage job={job} />
    </Section>
  )
}

/** Something that somebody still has to do: a task can be completed right here. */
function ItemReason({ item, job }: { item: Item; job: Job }) {
  const t = useText()
  const { list } = useFormat()
  const { run, isRunning, problem } = useAct(tasksContract.setTaskStatus, { touches: ['jobs'] })
  const complete = () => void run({ params: { id: item.id }, body: { status: 'completed' } })
  const who = item.who.length > 0 ? item.who : item.kind === 'organizer' ? [job.accountName] : []
  const values = { who: list(who), count: who.length, name: item.name }
  const said =
    item.kind === 'organizer'
      ? t('reason.organizer', values)
      : who.length > 0
        ? t('reason.task', values)
        : t('reason.task_nobody', values)
  return (
    <Sentence
      tone={item.actor === 'client' ? 'client' : 'us'}
      icon={item.kind === 'organizer' ? IconUser : IconCheckbox}
      detail={<ItemDetail item={item} problem={problem} />}
      actions={
        <>
          <Open
            to={item.kind === 'organizer' ? `/organizers/${item.id}` : `/tasks/${item.id}`}
            name={item.name}
            variant={item.kind === 'task' ? 'subtle' : 'default'}
          />
          {item.kind === 'task' && (
            <Button size="xs" loading={isRunning} onClick={complete}>
              {t('job.complete')}
            </Button>
          )}
        </>
      }
    >
      {said}
    </Sentence>
  )
}

function ItemDetail({ item, problem }: { item: Item; problem: unknown }) {
  const t = useText()
  return (
    <>
      {t(item.kind === 'organizer' ? 'item.sent' : 'item.created')} <TimeAgo at={item.since} />
      {item.progress && `. ${t('item.answered', item.progress)}`}
      <ProblemNote problem={problem} />
    </>
  )
}

function Open({ to, name, variant }: { to: string; name: string; variant: 'subtle' | 'default' }) {
  const t = useText()
  return (
    <Button size="xs" variant={variant} component={AppLink} to={to} aria-label={t('job.open_item', { name })}>
      {t('job.open')}
    </Button>
  )
}

type StateReasonProps = { code: Code; job: Job; onAddTask: () => void }

/** A state rather than something to be done: said as it is, with the way out of it. */
function StateReason({ code, job, onAddTask }: StateReasonProps) {
  const t = useText()
  const { icon, tone } = LOOKS[code]
  return (
    <Sentence
      icon={icon}
      {...(tone ? { tone } : {})}
      detail={t(`reason.${code}.detail`)}
      actions={<Ways code={code} job={job} onAddTask={onAddTask} />}
    >
      {t(`reason.${code}`)}
    </Sentence>
  )
}

const LOOKS: Record<Code, { icon: Icon; tone?: NonNullable<SentenceProps['tone']> }> = {
  nothing_linked: { icon: IconAlertTriangle, tone: 'stuck' },
  nothing_done: { icon: IconAlertTriangle, tone: 'stuck' },
  automove_off: { icon: IconHandStop },
  last_stage: { icon: IconFlag, tone: 'ready' },
  job_archived: { icon: IconArchive },
  account_archived: { icon: IconArchive },
  stage_missing: { icon: IconAlertTriangle, tone: 'stuck' },
  waiting_for_advance: { icon: IconChevronsRight, tone: 'auto' },
}

function Ways({ code, job, onAddTask }: StateReasonProps): ReactNode {
  const t = useText()
  const { toggle, isRunning } = useLifecycle(job)
  switch (code) {
    case 'nothing_linked':
    case 'nothing_done':
      return (
        <>
          <Button size="xs" variant="subtle" onClick={onAddTask}>
            {t('job.add_task')}
          </Button>
          <MoveOn job={job} />
        </>
      )
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
      return <Open to={`/clients/${job.accountId}`} name={job.accountName} variant="default" />
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
      {t('move.title', { stage: stage.name })}
    </Button>
  )
}
