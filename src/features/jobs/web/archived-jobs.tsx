import { Button } from '@mantine/core'
import { useAct } from '#web/api/hooks.ts'
import { usePages } from '#web/api/pages.ts'
import { Drawer } from '#web/design/drawer.tsx'
import { AppLink } from '#web/design/link.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { SkeletonLines } from '#web/design/skeleton.tsx'
import { useToast } from '#web/design/toast.tsx'
import { useText } from '#web/text.tsx'
import { jobsContract } from '../contract.ts'
import type { Card } from '../schemas.ts'
import styles from './archived-jobs.module.css'

/** The archived jobs of a pipeline, to be opened or taken back (VIEW-5). */
export function ArchivedJobs({ pipelineId, onClose }: { pipelineId: string; onClose: () => void }) {
  const t = useText()
  const { items, more, problem, retry } = usePages(jobsContract.listJobs, {
    query: { pipelineId, lifecycle: 'archived' },
  })
  return (
    <Drawer title={t('archive.title')} onClose={onClose}>
      <ProblemNote problem={problem} onRetry={retry} />
      {!items && !problem && <SkeletonLines lines={6} />}
      {items?.length === 0 && <p className={styles.none}>{t('archive.none')}</p>}
      <ul className={styles.jobs}>
        {items?.map((job) => (
          <ArchivedJob key={job.id} job={job} />
        ))}
      </ul>
      {more && <Button onClick={more}>{t('ui.show_more')}</Button>}
    </Drawer>
  )
}

function ArchivedJob({ job }: { job: Card }) {
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
      <Button
        size="xs"
        loading={isRunning}
        aria-label={t('archive.restore', { name: job.accountName })}
        onClick={() => void run({ params: { id: job.id } })}
      >
        {t('archive.take_back')}
      </Button>
    </li>
  )
}
