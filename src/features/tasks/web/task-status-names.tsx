import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import type { ReturnOf } from '#kernel/contract.ts'
import { useFormAct, useNewer } from '#web/api/form.ts'
import { FieldRow } from '#web/design/field-row.tsx'
import { Buttons } from '#web/design/form.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { SkeletonLines } from '#web/design/skeleton.tsx'
import { useToast } from '#web/design/toast.tsx'
import { useTaskStatusLabels } from '#web/task-status-text.ts'
import { useText } from '#web/text.tsx'
import { tasksContract } from '../contract.ts'
import { TASK_STATUSES } from '../model.ts'
import { Refused } from './refused.tsx'
import styles from './task-status-names.module.css'

type Kept = ReturnOf<typeof tasksContract.getTaskStatusLabels>

/** What the firm calls the statuses of tasks, beside what they mean; for owner and admins (T-4). */
export function TaskStatusNames() {
  const { data: kept, error, refetch } = useTaskStatusLabels()
  if (kept) return <NamesForm kept={kept} />
  return error ? <ProblemNote problem={error} onRetry={() => void refetch()} /> : <SkeletonLines lines={4} />
}

/** What others save shows here too, unless something is typed: then whoever saves chooses. */
function NamesForm({ kept }: { kept: Kept }) {
  const t = useText()
  const say = useToast()
  const [base, setBase] = useState(kept)
  const form = useForm({ initialValues: valuesOf(kept) })
  const take = (names: Kept) => {
    setBase(names)
    form.setValues(valuesOf(names))
    form.resetDirty(valuesOf(names))
  }
  useNewer(kept.revision > base.revision, form, () => take(kept))
  const act = useFormAct(tasksContract.changeTaskStatusLabels, form, {
    input: (body) => ({ body, ifMatch: base.revision }),
    onDone: (names) => {
      take(names)
      say(t('ui.saved'))
    },
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
      <Refused<Kept> said="tasks.names_stale" problem={act.problem} onTheirs={take} onMine={setBase} />
      <Buttons>
        <Button type="submit" variant="filled" loading={act.isRunning}>
          {t('ui.save')}
        </Button>
      </Buttons>
    </form>
  )
}

function valuesOf({ labels }: Kept) {
  return { labels: Object.fromEntries(TASK_STATUSES.map((status) => [status, labels[status] ?? ''])) }
}
