import { Button } from '@mantine/core'
import { useId } from 'react'
import { useFormAct } from '#web/api/form.ts'
import { Drawer } from '#web/design/drawer.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { useToast } from '#web/design/toast.tsx'
import { useMember } from '#web/session.tsx'
import { useText } from '#web/text.tsx'
import { tasksContract } from '../contract.ts'
import { subtaskPath, writtenSubtasks } from './subtask-draft.ts'
import { bodyOf, TaskFields, TaskPlace, useTaskForm } from './task-form.tsx'

export type NewTaskProps = {
  /** what the task is for, where that is known: then it is not asked */
  place?: { accountId: string; accountName: string; jobId?: string; jobName?: string }
  onClose: () => void
}

/** Creates a task, alone or for a job, whose stage then waits for it (T-1, AM-18). */
export function NewTask({ place, onClose }: NewTaskProps) {
  const t = useText()
  const formId = useId()
  const toast = useToast()
  const { member } = useMember()
  const form = useTaskForm({ ...place, assigneeIds: [member.id] })
  const { submit, isRunning, problem } = useFormAct(tasksContract.createTask, form, {
    input: ({ accountId, jobId, ...values }) => ({
      body: {
        ...bodyOf({ ...values, accountId, jobId }),
        subtasks: writtenSubtasks(values.subtasks).map((line) => line.name),
        accountId: accountId ?? '',
        ...(jobId ? { jobId } : {}),
      },
    }),
    pathOf: (path) => subtaskPath(path, form.getValues().subtasks),
    touches: ['jobs'],
    onDone: ({ name }) => {
      toast(t('tasks.added', { name }))
      onClose()
    },
  })
  return (
    <Drawer
      title={t('tasks.new')}
      summary={place && [place.accountName, place.jobName].filter(Boolean).join(' · ')}
      onClose={onClose}
      footer={
        <>
          <span />
          <Button variant="subtle" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button type="submit" form={formId} variant="filled" loading={isRunning}>
            {t('tasks.add')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate>
        <TaskFields form={form} place={!place && <TaskPlace form={form} />} />
        <ProblemNote problem={problem} />
      </form>
    </Drawer>
  )
}
