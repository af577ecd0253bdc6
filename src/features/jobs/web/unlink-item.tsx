import { ActionIcon } from '@mantine/core'
import { IconLinkOff } from '@tabler/icons-react'
import { useAct } from '#web/api/hooks.ts'
import { SMALL_ICON } from '#web/design/icon.ts'
import { useToast } from '#web/design/toast.tsx'
import { useText, useTextOr } from '#web/text.tsx'
import { jobLinksContract } from '../contract-links.ts'
import type { Job } from '../schemas.ts'

/** Takes an item or another job off the job; it stays (J-33). Says the name of what is seen as linked. */
export function UnlinkItem({ job, item }: { job: Pick<Job, 'id'>; item: { id: string; name: string } }) {
  const t = useText()
  const textOr = useTextOr()
  const toast = useToast()
  const { run, isRunning } = useAct(jobLinksContract.unlinkItem, {
    touches: ['tasks', 'organizers'],
    onProblem: ({ code }) => toast(textOr(`refusal.${code}`, 'refusal.bug'), { failed: true }),
  })
  const label = t('link.unlink', { name: item.name })
  return (
    <ActionIcon
      size="sm"
      aria-label={label}
      title={label}
      loading={isRunning}
      onClick={() => void run({ params: { id: job.id, itemId: item.id } })}
    >
      <IconLinkOff {...SMALL_ICON} />
    </ActionIcon>
  )
}
