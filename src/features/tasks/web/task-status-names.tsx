import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { ReturnOf } from '#kernel/contract.ts'
import { useFormAct } from '#web/api/form.ts'
import { useEndpoint } from '#web/api/hooks.ts'
import { FieldRow } from '#web/design/field-row.tsx'
import { Buttons } from '#web/design/form.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { SkeletonLines } from '#web/design/skeleton.tsx'
import { useToast } from '#web/design/toast.tsx'
import { useText } from '#web/text.tsx'
import { tasksContract } from '../contract.ts'
import { TASK_STATUSES } from '../model.ts'
import styles from './task-status-names.module.css'

/** What the firm calls the statuses of tasks, beside what they mean; for owner and admins (T-4). */
export function TaskStatusNames() {
  const kept = useEndpoint(tasksContract.getTaskStatusLabels, {})
  if (kept.error) return <ProblemNote problem={kept.error} onRetry={() => void kept.refetch()} />
  return kept.data ? <NamesForm key={kept.data.revision} kept={kept.data} /> : <SkeletonLines lines={4} />
}

function NamesForm({ kept: { labels, revision } }: { kept: ReturnOf<typeof tasksContract.getTaskStatusLabels> }) {
  const t = useText()
  const say = useToast()
  const initial = Object.fromEntries(TASK_STATUSES.map((status) => [status, labels[status] ?? '']))
  const form = useForm({ initialValues: { labels: initial } })
  const act = useFormAct(tasksContract.changeTaskStatusLabels, form, {
    input: (body) => ({ body, ifMatch: revision }),
    onDone: () => say(t('ui.saved')),
  })
  return (
    <form className={styles.rows} onSubmit={act.submit} noValidate>
      <p className={styles.about}>{t('tasks.names_about')}</p>
      {TASK_STATUSES.map((status) => (
        <FieldRow key={status} label={t(`tasks.status_${status}`)} help={t(`tasks.status_${status}_means`)}>
          <TextInput
            aria-label={t('tasks.name_of_status', { status: t(`tasks.status_${status}`) })}
            placeholder={t(`tasks.status_${status}`)}
            maxLength={40}
            {...form.getInputProps(`labels.${status}`)}
          />
        </FieldRow>
      ))}
      <ProblemNote problem={act.problem} />
      <Buttons>
        <Button type="submit" variant="filled" loading={act.isRunning}>
          {t('ui.save')}
        </Button>
      </Buttons>
    </form>
  )
}
