import { Button } from '@mantine/core'
import { useId } from 'react'
import { useFormAct } from '#web/api/form.ts'
import { Drawer } from '#web/design/drawer.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { useToast } from '#web/design/toast.tsx'
import { useMember } from '#web/session.tsx'
import { useText } from '#web/text.tsx'
import { tasksContract } from '../contract.ts'
import { AssigneesField } from './assignees-field.tsx'
import { newBodyOf, TaskFields, TaskPlace, taskPath, useTaskForm } from './task-form.tsx'
import { useUnheldToast } from './use-unheld-toast.ts'

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
  const unheld = useUnheldToast()
  const { member } = useMember()
  const form = useTaskForm({ ...place, assignees: [member] })
  const { submit, isRunning, problem } = useFormAct(tasksContract.createTask, form, {
    input: (values) => ({
      body: {
        ...newBodyOf(values),
        accountId: values.accountId ?? '',
        ...(values.jobId ? { jobId: values.jobId } : {}),
      },
    }),
    pathOf: (path) => taskPath(path, form.getValues()),
    touches: ['jobs'],
    onDone: ({ name, unheldRoles }) => {
      toast(t('tasks.added', { name }))
      unheld(unheldRoles)
      onClose()
    },
  })
  return (
    <Drawer
      title={t('tasks.new')}
      summary={place && [place.accountName, place.jobName].filter(Boolean).join(' · ')}
      onClose={onClose}
      isDirty={() => form.isDirty()}
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
        <TaskFields
          form={form}
          who={<AssigneesField {...form.getInputProps('assignees')} />}
          place={!place && <TaskPlace form={form} />}
        />
        <ProblemNote problem={problem} />
      </form>
    </Drawer>
  )
}
