import { Button, SegmentedControl } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useAct } from '#web/api/hooks.ts'
import { usePages } from '#web/api/pages.ts'
import { Drawer } from '#web/design/drawer.tsx'
import { AppLink } from '#web/design/link.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { SkeletonLines } from '#web/design/skeleton.tsx'
import { useToast } from '#web/design/toast.tsx'
import { useFormat, useText } from '#web/text.tsx'
import { jobsContract } from '../contract.ts'
import { type DeletedJob, jobFieldsContract } from '../contract-fields.ts'
import type { Card } from '../schemas.ts'
import styles from './archived-jobs.module.css'

const KINDS = ['completed', 'archived', 'deleted'] as const
type Kind = (typeof KINDS)[number]

/** What a pipeline is through with: completed, archived, deleted; each to be opened or taken back (VIEW-5, JX-1, JX-2). */
export function ArchivedJobs({ pipelineId, onClose }: { pipelineId: string; onClose: () => void }) {
  const t = useText()
  const [kind, setKind] = useState<Kind>('archived')
  return (
    <Drawer title={t('archive.title')} onClose={onClose}>
      <SegmentedControl
        className={styles.kinds}
        aria-label={t('archive.kind')}
        data={KINDS.map((value) => ({ value, label: t(`archive.${value}`) }))}
        value={kind}
        onChange={(value) => setKind(KINDS.find((each) => each === value) ?? kind)}
      />
      {kind === 'deleted' ? (
        <DeletedJobs pipelineId={pipelineId} />
      ) : (
        <KeptJobs key={kind} pipelineId={pipelineId} lifecycle={kind} />
      )}
    </Drawer>
  )
}

function KeptJobs({ pipelineId, lifecycle }: { pipelineId: string; lifecycle: 'completed' | 'archived' }) {
  const t = useText()
  const pages = usePages(jobsContract.listJobs, { query: { pipelineId, lifecycle } })
  return (
    <Listed pages={pages} none={t(lifecycle === 'archived' ? 'archive.none' : 'archive.completed_none')}>
      {pages.items?.map((job) => (
        <KeptJob key={job.id} job={job} />
      ))}
    </Listed>
  )
}

function DeletedJobs({ pipelineId }: { pipelineId: string }) {
  const t = useText()
  const pages = usePages(jobFieldsContract.listDeletedJobs, { query: { pipelineId } })
  return (
    <Listed pages={pages} none={t('archive.deleted_none')}>
      {pages.items?.map((job) => (
        <DeletedLine key={job.id} job={job} />
      ))}
    </Listed>
  )
}

type Pages = {
  items: readonly unknown[] | undefined
  more: (() => void) | null
  problem: unknown
  retry: () => void
}

function Listed({ pages, none, children }: { pages: Pages; none: string; children: ReactNode }) {
  const t = useText()
  const { items, more, problem, retry } = pages
  return (
    <>
      <ProblemNote problem={problem} onRetry={retry} />
      {!items && !problem && <SkeletonLines lines={6} />}
      {items?.length === 0 && <p className={styles.none}>{none}</p>}
      <ul className={styles.jobs}>{children}</ul>
      {more && <Button onClick={more}>{t('ui.show_more')}</Button>}
    </>
  )
}

/** A completed job is on the board as well; an archived one is taken back from here. */
function KeptJob({ job }: { job: Card }) {
  const t = useText()
  const toast = useToast()
  const { run, isRunning } = useAct(jobsContract.restoreJob, {
    onDone: ({ name, stageName }) => toast(t('job.restored_now', { name, stage: stageName })),
  })
  return (
    <li className={styles.job}>
      <div className={styles.words}>
        <AppLink to={`/workflow/${job.pipelineId}/jobs/${job.id}`} className={styles.name}>
          {job.accountName}
        </AppLink>
        <p className={styles.detail}>{`${job.name} · ${job.stageName}`}</p>
      </div>
      {job.lifecycle === 'archived' && (
        <TakeBack name={job.accountName} isRunning={isRunning} onTake={() => void run({ params: { id: job.id } })} />
      )}
    </li>
  )
}

function DeletedLine({ job }: { job: DeletedJob }) {
  const t = useText()
  const { date, today } = useFormat()
  const toast = useToast()
  const { run, isRunning } = useAct(jobFieldsContract.undeleteJob, {
    touches: ['jobs', 'pipelines'],
    onDone: ({ name, stageName }) => toast(t('job.restored_now', { name, stage: stageName })),
  })
  const until = date(today(new Date(job.restorableUntil)))
  return (
    <li className={styles.job}>
      <div className={styles.words}>
        <span className={styles.title}>{job.accountName}</span>
        <p className={styles.detail}>{t('archive.deleted_until', { name: job.name, date: until })}</p>
      </div>
      <TakeBack name={job.accountName} isRunning={isRunning} onTake={() => void run({ params: { id: job.id } })} />
    </li>
  )
}

function TakeBack({ name, isRunning, onTake }: { name: string; isRunning: boolean; onTake: () => void }) {
  const t = useText()
  return (
    <Button size="xs" loading={isRunning} aria-label={t('archive.restore', { name })} onClick={onTake}>
      {t('archive.take_back')}
    </Button>
  )
}
