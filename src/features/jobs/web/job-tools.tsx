import { ActionIcon, Menu } from '@mantine/core'
import {
  IconArchive,
  IconArchiveOff,
  IconChevronDown,
  IconChevronUp,
  IconDots,
  IconLink,
  IconPencil,
} from '@tabler/icons-react'
import { useAct } from '#web/api/hooks.ts'
import { ICON } from '#web/design/icon.ts'
import { useToast } from '#web/design/toast.tsx'
import { useText, useTextOr } from '#web/text.tsx'
import { jobsContract } from '../contract.ts'
import type { Job } from '../schemas.ts'
import { useBoardState } from './board-context.tsx'
import styles from './job-tools.module.css'

/** Beside the drawer's cross: the neighbours in the same stage, the link, and what is done rarely. */
export function JobTools({ job, onGo, onRename }: { job: Job; onGo: (jobId: string) => void; onRename: () => void }) {
  const t = useText()
  const toast = useToast()
  const lifecycle = useLifecycle(job)
  const archived = job.lifecycle === 'archived'
  const copy = async () => {
    await navigator.clipboard.writeText(window.location.href)
    toast(t('job.link_copied'))
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
            <Menu.Item leftSection={<IconPencil {...ICON} />} onClick={onRename}>
              {t('job.rename')}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={archived ? <IconArchiveOff {...ICON} /> : <IconArchive {...ICON} />}
            onClick={lifecycle.toggle}
          >
            {t(archived ? 'job.restore' : 'job.archive')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  )
}

/** Archiving and taking back; neither sends anything, and each undoes the other. */
export function useLifecycle(job: Job): { toggle: () => void; isRunning: boolean } {
  const t = useText()
  const textOr = useTextOr()
  const toast = useToast()
  const onProblem = ({ code }: { code: string }) => toast(textOr(`refusal.${code}`, 'refusal.bug'), { failed: true })
  const archive = useAct(jobsContract.archiveJob, {
    onDone: () => toast(t('job.archived_now', { name: job.name })),
    onProblem,
  })
  const restore = useAct(jobsContract.restoreJob, {
    onDone: ({ name, stageName }) => toast(t('job.restored_now', { name, stage: stageName })),
    onProblem,
  })
  const act = job.lifecycle === 'archived' ? restore : archive
  return { toggle: () => void act.run({ params: { id: job.id } }), isRunning: act.isRunning }
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
