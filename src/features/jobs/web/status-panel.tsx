import { Button } from '@mantine/core'
import { useId, useState } from 'react'
import { useAct, useEndpoint } from '#web/api/hooks.ts'
import { Drawer } from '#web/design/drawer.tsx'
import { Note } from '#web/design/note.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { SkeletonLines } from '#web/design/skeleton.tsx'
import { useText } from '#web/text.tsx'
import { jobsContract } from '../contract.ts'
import type { Job } from '../schemas.ts'
import styles from './move-panel.module.css'
import { MovePreview } from './move-preview.tsx'
import { type MoveChoices, useMoveChoices } from './use-move-choices.ts'

export type WantedStatus = { id: string | null; name: string }

/**
 * Before a job is put into a custom status or made Active again: what will happen, what of it shall not, and what
 * becomes of what the status that it leaves still waits for (J-45, A-30 to A-34).
 */
export function StatusPanel({ job, status, onClose }: { job: Job; status: WantedStatus; onClose: () => void }) {
  const t = useText()
  const formId = useId()
  const choices = useMoveChoices()
  const preview = usePreview(job, status, choices)
  const { set, isRunning, problem, theirs } = useSetStatus(job, onClose)
  // what is carried over out of a status is the stage's again
  const shown = preview.data && { ...preview.data, stage: status.id === null ? job.stageName : status.name }
  const ready = shown !== undefined && shown.moving > 0 && shown.refusal === null && !preview.isPlaceholderData
  const title = status.id === null ? t('job.make_active') : t('job.set_status', { status: status.name })
  return (
    <Drawer
      title={title}
      summary={<p className={styles.who}>{`${job.accountName} · ${job.name}`}</p>}
      onClose={onClose}
      footer={
        <>
          <span>{shown && shown.clients.mails > 0 && t('move.at_once')}</span>
          <Button variant="subtle" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button type="submit" form={formId} variant="filled" loading={isRunning} disabled={!ready}>
            {title}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault()
          if (ready) set(status.id, choices.body())
        }}
      >
        <StaleStatus theirs={theirs} />
        <ProblemNote problem={problem ?? preview.error} />
        {shown && <MovePreview preview={shown} choices={choices} />}
        {preview.isPending && <SkeletonLines lines={6} />}
      </form>
    </Drawer>
  )
}

function usePreview(job: Job, { id }: WantedStatus, { automations }: MoveChoices) {
  return useEndpoint(
    jobsContract.previewStatus,
    { body: { jobIds: [job.id], statusId: id, ...automations } },
    { keepPrevious: true, hears: ['jobs', 'tasks', 'organizers'] },
  )
}

/** Somebody was faster: how the job stands now. */
export function StaleStatus({ theirs }: { theirs: Job | null }) {
  const t = useText()
  if (!theirs) return null
  const { accountName: name, status, stageName } = theirs
  return (
    <div role="alert">
      <Note tone="wait">{t('board.stale', { name, stage: status ?? stageName })}</Note>
    </div>
  )
}

/** Sets it; where somebody was faster, shows how the job stands now and lets one set it all the same. */
export function useSetStatus(job: Job, onDone: () => void) {
  const [theirs, setTheirs] = useState<Job | null>(null)
  const act = useAct(jobsContract.setJobStatus, {
    touches: ['jobs', 'pipelines', 'tasks', 'organizers'],
    onDone: () => {
      setTheirs(null)
      onDone()
    },
    onProblem: ({ code, detail }) => code === 'stale' && setTheirs(detail.current as Job),
  })
  const seen = Math.max(theirs?.revision ?? 0, job.revision)
  const set = (statusId: string | null, choices: Partial<ReturnType<MoveChoices['body']>>) =>
    void act.run({ params: { id: job.id }, body: { statusId, ...choices }, ifMatch: seen })
  return { set, theirs, isRunning: act.isRunning, problem: act.problem?.code === 'stale' ? null : act.problem }
}
