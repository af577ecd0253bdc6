import { Button } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useEndpoint } from '#web/api/hooks.ts'
import { Drawer, DrawerColumns } from '#web/design/drawer.tsx'
import { ICON } from '#web/design/icon.ts'
import { TextLink } from '#web/design/link.tsx'
import { Menu } from '#web/design/pop-up.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { Section } from '#web/design/section.tsx'
import { SkeletonLines } from '#web/design/skeleton.tsx'
import { Tag } from '#web/design/tag.tsx'
import { useText } from '#web/text.tsx'
import { jobsContract } from '../contract.ts'
import type { Job } from '../schemas.ts'
import { AddJobsDialog } from './add-jobs-dialog.tsx'
import { useBoardState } from './board-context.tsx'
import type { BoardStage } from './board-moves.ts'
import { EditJob } from './edit-job.tsx'
import { JobComments } from './job-comments.tsx'
import styles from './job-drawer.module.css'
import { JobFacts, MoreFacts } from './job-facts.tsx'
import { JobItems } from './job-items.tsx'
import { JobLinks } from './job-links.tsx'
import { JobReasons } from './job-reasons.tsx'
import { JobRecent } from './job-recent.tsx'
import { JobStatus } from './job-status.tsx'
import { JobTools } from './job-tools.tsx'
import { StageItems } from './move-menu.tsx'
import { Outcomes } from './outcomes.tsx'
import { SaidText } from './said-text.tsx'
import { StagePath } from './stage-path.tsx'

export type JobDrawerProps = {
  jobId: string
  me: string
  /** what happened to the job; belongs to another slice */
  history: ReactNode
  onAddTask: (job: Job) => void
  /** absent for those who may not send organizers */
  onSend: ((job: Job) => void) | undefined
  /** another job of the same column */
  onGo: (jobId: string) => void
  onClose: () => void
}

/** One job: where it is, why it is not moving and what removes that, what hangs from it, and its story (B-3). */
export function JobDrawer({ jobId, me, history, onAddTask, onSend, onGo, onClose }: JobDrawerProps) {
  const t = useText()
  const [editing, setEditing] = useState(false)
  const [adding, setAdding] = useState(false)
  const { data: job, error } = useEndpoint(
    jobsContract.getJob,
    { params: { id: jobId } },
    { hears: ['accounts', 'organizers', 'tasks'] },
  )
  if (!job) {
    return (
      <Drawer width="wide" modal={false} title={error ? t('refusal.not_found') : t('ui.loading')} onClose={onClose}>
        <ProblemNote problem={error} />
        {!error && <SkeletonLines lines={8} />}
      </Drawer>
    )
  }
  return (
    <Drawer
      width="wide"
      modal={false}
      title={job.name}
      eyebrow={
        <>
          <TextLink to={`/clients/${job.accountId}`}>{job.accountName}</TextLink>
          <span>{job.pipelineName}</span>
          {job.lifecycle !== 'active' && <Tag>{t(`job.${job.lifecycle}`)}</Tag>}
        </>
      }
      tools={
        <JobTools
          job={job}
          onGo={onGo}
          onEdit={() => setEditing(true)}
          onAdd={() => setAdding(true)}
          onDeleted={onClose}
        />
      }
      actions={
        <div className={styles.acts}>
          <JobStatus job={job} />
          <MoveTo job={job} />
        </div>
      }
      summary={
        <>
          {editing && job.lifecycle !== 'archived' ? (
            <EditJob job={job} onDone={() => setEditing(false)} />
          ) : (
            <JobFacts job={job} me={me} onEdit={() => setEditing(true)} />
          )}
          <StagePath job={job} />
        </>
      }
      onClose={onClose}
    >
      <DrawerColumns
        main={
          <>
            <JobReasons job={job} onAddTask={() => onAddTask(job)} />
            <JobItems job={job} onAddTask={() => onAddTask(job)} onSend={onSend && (() => onSend(job))} />
            <JobLinks job={job} />
            <Outcomes job={job} />
            <Section title={t('job.details')}>
              {job.description !== '' && <SaidText text={job.description} />}
              <MoreFacts job={job} />
            </Section>
            <JobComments jobId={job.id} me={me} />
            <JobRecent job={job} />
          </>
        }
        side={history}
      />
      {adding && <AddJobsDialog from={job} onClose={() => setAdding(false)} />}
    </Drawer>
  )
}

/** Moving by hand; the panel asks where a stage does something by itself. */
function MoveTo({ job }: { job: Job }) {
  const t = useText()
  const { board, moveTo, moveElsewhere } = useBoardState()
  if (!board || job.lifecycle !== 'active') return null
  return (
    <Menu>
      <Menu.Target>
        <Button variant="filled" rightSection={<IconChevronDown {...ICON} />}>
          {t('board.move_to')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={styles.stages}>
        <StageItems
          stages={board.stages}
          currentId={job.stageId}
          onChoose={(stage: BoardStage) => moveTo(job, stage)}
        />
        <Menu.Divider />
        <Menu.Item onClick={() => moveElsewhere(job)}>{t('board.other_pipeline')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
