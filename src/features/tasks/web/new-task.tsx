import { useFormAct } from '#web/api/form.ts'
import { FormDrawer } from '#web/design/form-drawer.tsx'
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
  const toast = useToast()
  const unheld = useUnheldToast()
  const { member } = useMember()
  const form = useTaskForm({ ...place, assignees: [member] })
  const act = useFormAct(tasksContract.createTask, form, {
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
    <FormDrawer
      title={t('tasks.new')}
      summary={place && [place.accountName, place.jobName].filter(Boolean).join(' · ')}
      save={t('tasks.add')}
      form={form}
      act={act}
      onClose={onClose}
    >
      <TaskFields
        form={form}
        who={<AssigneesField {...form.getInputProps('assignees')} />}
        place={!place && <TaskPlace form={form} />}
      />
    </FormDrawer>
  )
}
