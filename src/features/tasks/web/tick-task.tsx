import { Checkbox } from '@mantine/core'
import { useAct } from '#web/api/hooks.ts'
import { useToast } from '#web/design/toast.tsx'
import { useText, useTextOr } from '#web/text.tsx'
import { tasksContract } from '../contract.ts'

/** Completes a task by a tick; until the list is asked again it stays ticked. */
export function TickTask({ task: { id, name } }: { task: { id: string; name: string } }) {
  const t = useText()
  const textOr = useTextOr()
  const toast = useToast()
  const { run, isRunning } = useAct(tasksContract.setTaskStatus, {
    touches: ['jobs'],
    onDone: () => toast(t('tasks.completed_now', { name })),
    onProblem: ({ code }) => toast(textOr(`refusal.${code}`, 'refusal.bug'), { failed: true }),
  })
  return (
    <Checkbox
      aria-label={t('tasks.tick', { name })}
      checked={isRunning}
      onChange={() => void run({ params: { id }, body: { status: 'completed' } })}
    />
  )
}
