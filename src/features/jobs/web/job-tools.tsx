import { ActionIcon } from '@mantine/core'
import {
  IconArchive,
  IconArchiveOff,
  IconChevronDown,
  IconChevronUp,
  IconCircleCheck,
  IconCopyPlus,
  IconDots,
  IconLink,
  IconPencil,
  IconRotate,
  IconTrash,
} from '@tabler/icons-react'
import { useAct } from '#web/api/hooks.ts'
import { copyText } from '#web/copy-text.ts'
import { ICON } from '#web/design/icon.ts'
import { Menu } from '#web/design/pop-up.tsx'
import { useToast } from '#web/design/toast.tsx'
import { useText, useTextOr } from '#web/text.tsx'
import { jobsContract } from '../contract.ts'
import { jobFieldsContract } from '../contract-fields.ts'
import type { Job } from '../schemas.ts'
import { useBoardState } from './board-context.tsx'
import styles from './job-tools.module.css'

export type JobToolsProps = {
  job: Job
  onGo: (jobId: string) => void
  onEdit: () => void
  /** adds a job that is linked with this one (JC-1) */
  onAdd: () => void
  onDeleted: () => void
}

/** Beside the drawer's cross: the neighbours in the same stage, the link, and what is done rarely. */
export function JobTools({ job, onGo, onEdit, onAdd, onDeleted }: JobToolsProps) {
  const t = useText()
  const toast = useToast()
  const lifecycle = useLifecycle(job)
  const completion = useCompletion(job)
  const remove = useDelete(job, onDeleted)
  const archived = job.lifecycle === 'archived'
  const completed = job.lifecycle === 'completed'
  const copy = async () => {
    const isCopied = await copyText(window.location.href)
    toast(t(isCopied ? 'job.link_copied' : 'job.link_not_copied'), { failed: !isCopied })
  }
  return (
    <>
      <Neighbours job={job} onGo={onGo} />
      <Menu>
        <Menu.Target>
          <ActionIcon size="sm" aria-label={t('ui.more')}>
            <IconDots {...ICON} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconLink {...ICON} />} onClick={() => void copy()}>
            {t('ui.copy_link')}
          </Menu.Item>
          {!archived && (
            <Menu.Item leftSection={<IconPencil {...ICON} />} onClick={onEdit}>
              {t('job.edit')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconCopyPlus {...ICON} />} onClick={onAdd}>
            {t('job.add_linked')}
          </Menu.Item>
          {!archived && (
            <Menu.Item
              leftSection={completed ? <IconRotate {...ICON} /> : <IconCircleCheck {...ICON} />}
              onClick={completion}
            >
              {t(completed ? 'job.reopen' : 'job.mark_completed')}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={archived ? <IconArchiveOff {...ICON} /> : <IconArchive {...ICON} />}
            onClick={lifecycle.toggle}
          >
            {t(archived ? 'job.restore' : 'job.archive')}
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash {...ICON} />} onClick={remove}>
            {t('job.delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  )
}

/** Completing and making active again (J-40). */
function useCompletion(job: Job): () => void {
  const t = useText()
  const onProblem = useProblemToast()
  const toast = useToast()
  const params = { id: job.id }
  const complete = useAct(jobFieldsContract.completeJob, {
    onDone: ({ name }) => toast(t('job.completed_now', { name }), { undo: () => void reopen.run({ params }) }),
    onProblem,
  })
  const reopen = useAct(jobFieldsContract.reopenJob, {
    onDone: ({ name }) => toast(t('job.reopened_now', { name })),
    onProblem,
  })
  const act = job.lifecycle === 'completed' ? reopen : complete
  return () => void act.run({ params })
}

/** Deleting, which can be taken back at once, or from the list of deleted jobs (JX-2). */
function useDelete({ id, name }: Job, onDeleted: () => void): () => void {
  const t = useText()
  const toast = useToast()
  const onProblem = useProblemToast()
  const params = { id }
  const takeBack = useAct(jobFieldsContract.undeleteJob, {
    touches: ['jobs', 'pipelines'],
    onDone: ({ stageName }) => toast(t('job.restored_now', { name, stage: stageName })),
    onProblem,
  })
  const { run } = useAct(jobFieldsContract.deleteJob, {
    touches: ['deleted-jobs', 'pipelines'],
    onDone: () => {
      toast(t('job.deleted_now', { name }), { undo: () => void takeBack.run({ params }) })
      onDeleted()
    },
    onProblem,
  })
  return () => void run({ params })
}

function useProblemToast(): (problem: { code: string }) => void {
  const textOr = useTextOr()
  const toast = useToast()
  return ({ code }) => toast(textOr(`refusal.${code}`, 'refusal.bug'), { failed: true })
}

/** Archiving and taking back; neither sends anything, and each undoes the other. */
export function useLifecycle(job: Job): { toggle: () => void; isRunning: boolean } {
  const t = useText()
  const toast = useToast()
  const onProblem = useProblemToast()
  const params = { id: job.id }
  const archive = useAct(jobsContract.archiveJob, {
    onDone: () => toast(t('job.archived_now', { name: job.name }), { undo: () => void restore.run({ params }) }),
    onProblem,
  })
  const restore = useAct(jobsContract.restoreJob, {
    onDone: ({ name, stageName }) => toast(t('job.restored_now', { name, stage: stageName })),
    onProblem,
  })
  const act = job.lifecycle === 'archived' ? restore : archive
  return { toggle: () => void act.run({ params }), isRunning: act.isRunning }
}

/** "3 of 64", and the job before and after it on the board, as far as the board has loaded them. */
function Neighbours({ job, onGo }: { job: Job; onGo: (jobId: string) => void }) {
  const t = useText()
  const { board } = useBoardState()
  const stage = board?.stages.find(({ id }) => id === job.stageId)
  const at = stage?.cards.findIndex((card) => card.id === job.id) ?? -1
  if (!stage || at < 0) return null
  const [before, after] = [stage.cards[at - 1], stage.cards[at + 1]]
  return (
    <>
      <span className={styles.position}>{t('ui.progress', { done: at + 1, total: stage.count })}</span>
      <ActionIcon size="sm" aria-label={t('ui.previous')} disabled={!before} onClick={() => before && onGo(before.id)}>
        <IconChevronUp {...ICON} />
      </ActionIcon>
      <ActionIcon size="sm" aria-label={t('ui.next')} disabled={!after} onClick={() => after && onGo(after.id)}>
        <IconChevronDown {...ICON} />
      </ActionIcon>
    </>
  )
}
