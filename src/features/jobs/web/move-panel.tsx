import { Button } from '@mantine/core'
import { useId, useState } from 'react'
import { useAct, useEndpoint } from '#web/api/hooks.ts'
import type { ApiProblem } from '#web/api/problem.ts'
import { Drawer } from '#web/design/drawer.tsx'
import { Note } from '#web/design/note.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { SkeletonLines } from '#web/design/skeleton.tsx'
import { useToast } from '#web/design/toast.tsx'
import { useText } from '#web/text.tsx'
import type { StagePreview } from '../bulk-schemas.ts'
import { jobsContract } from '../contract.ts'
import type { Card, Job } from '../schemas.ts'
import { followBulkAct } from './bulk-acts.ts'
import styles from './move-panel.module.css'
import { MovePreview } from './move-preview.tsx'
import { MoveTarget, type Target } from './move-target.tsx'
import type { SelectedJobs } from './selection.ts'
import { type MoveChoices, useMoveChoices } from './use-move-choices.ts'
import { useMovedText } from './use-moves.ts'

/** One job, whose move is seen at once, or any number, which the worker moves. */
export type Movable = { card: Card } | { jobs: SelectedJobs; count: number }

export type MovePanelProps = {
  what: Movable
  /** where they shall go, as far as it was said already */
  target: Target
  /** `job`: the one, as it is now; null where the worker moves them */
  onMoved: (job: Job | null) => void
  onClose: () => void
}

/**
 * Before a move by hand: where to, what will happen there, what of it shall not, what becomes of what is pending, and
 * what clients get. Nothing has moved until it is confirmed.
 */
export function MovePanel({ what, target: first, onMoved, onClose }: MovePanelProps) {
  const t = useText()
  const formId = useId()
  const [target, setTarget] = useState(first)
  const choices = useMoveChoices()
  const preview = usePreview(what, target, choices)
  const { seen, submit, isRunning, problem } = useMove(what, (job) => {
    onMoved(job)
    onClose()
  })
  const shown = preview.data
  const count = 'card' in what ? 1 : what.count
  const stage = shown?.stage
  const ready = shown !== undefined && shown.moving > 0 && shown.refusal === null && !preview.isPlaceholderData
  return (
    <Drawer
      title={stage ? t('move.title', { count, stage }) : t('move.title_open', { count })}
      summary={<Who what={what} preview={shown} />}
      onClose={onClose}
      footer={
        <>
          <span>{shown && shown.clients.mails > 0 && t('move.at_once')}</span>
          <Button variant="subtle" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button type="submit" form={formId} variant="filled" loading={isRunning} disabled={!ready}>
            {t('move.confirm', { count: shown?.moving ?? count, mails: shown?.clients.mails ?? 0 })}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault()
          if (ready && target.stageId) submit(target.pipelineId, target.stageId, choices)
        }}
      >
        {seen && 'card' in what && seen !== what.card && (
          <Note tone="wait">{t('board.stale', { name: seen.accountName, stage: seen.stageName })}</Note>
        )}
        <ProblemNote problem={problem ?? preview.error} />
        <MoveTarget
          target={target}
          onTarget={(to) => {
            setTarget(to)
            choices.forget()
          }}
        />
        {shown && <MovePreview preview={shown} choices={choices} />}
        {target.stageId && preview.isPending && <SkeletonLines lines={6} />}
      </form>
    </Drawer>
  )
}

function Who({ what, preview }: { what: Movable; preview: StagePreview | undefined }) {
  const t = useText()
  if ('card' in what) return <p className={styles.who}>{`${what.card.accountName} · ${what.card.name}`}</p>
  if (!preview) return null
  const more = preview.moving - preview.names.length
  return (
    <p className={styles.who}>
      {[...preview.names, ...(more > 0 ? [t('move.more', { count: more })] : [])].join(' · ')}
    </p>
  )
}

function usePreview(what: Movable, { pipelineId, stageId }: Target, { automations }: MoveChoices) {
  const jobs = 'card' in what ? { jobIds: [what.card.id] } : what.jobs
  return useEndpoint(
    jobsContract.previewStage,
    {
      body: {
        ...jobs,
        pipelineId,
        stageId: stageId ?? '',
        ...automations,
      },
    },
    { enabled: stageId !== null, keepPrevious: true },
  )
}

/** Sends the move; where somebody was faster, shows how the job stands now and lets one move it all the same. */
function useMove(what: Movable, onMoved: (job: Job | null) => void) {
  const toast = useToast()
  const saidMoved = useMovedText()
  const [seen, setSeen] = useState('card' in what ? what.card : null)
  const one = useAct(jobsContract.moveJob, {
    onDone: (job, { body }) => {
      toast(saidMoved(job, body.stageId))
      onMoved(job)
    },
    onProblem: ({ code, detail }) => code === 'stale' && setSeen(detail.current as Job),
  })
  const many = useAct(jobsContract.moveJobs, {
    touches: ['bulk-acts'],
    onDone: (act) => {
      followBulkAct(act.id)
      onMoved(null)
    },
  })
  const submit = (pipelineId: string, stageId: string, choices: MoveChoices) => {
    const body = { pipelineId, stageId, ...choices.body() }
    if ('card' in what) void one.run({ params: { id: what.card.id }, body, ifMatch: seen!.revision })
    else void many.run({ body: { ...what.jobs, ...body } })
  }
  const problem: ApiProblem | null = 'card' in what ? one.problem : many.problem
  return {
    seen,
    submit,
    isRunning: one.isRunning || many.isRunning,
    problem: problem?.code === 'stale' ? null : problem,
  }
}
