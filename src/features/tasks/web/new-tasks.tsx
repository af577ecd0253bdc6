import { useFormAct } from '#web/api/form.ts'
import { FormDrawer } from '#web/design/form-drawer.tsx'
import { useToast } from '#web/design/toast.tsx'
import { useText } from '#web/text.tsx'
import { tasksContract } from '../contract.ts'
import { AssigneesField } from './assignees-field.tsx'
import { newBodyOf, TaskFields, taskPath, useTaskForm } from './task-form.tsx'
import { useUnheldToast } from './use-unheld-toast.ts'

/** Creates the same task for chosen clients (T-2). */
export function NewTasks({ accountIds, onClose }: { accountIds: string[]; onClose: () => void }) {
  const t = useText()
  const toast = useToast()
  const unheld = useUnheldToast()
  const form = useTaskForm({})
  const act = useFormAct(tasksContract.createTasks, form, {
    input: (values) => ({
      body: { ...newBodyOf(values), accountIds },
    }),
    pathOf: (path) => taskPath(path, form.getValues()),
    touches: ['tasks'],
    onDone: ({ created, unheldRoles }) => {
      toast(t('tasks.added_many', { count: created }))
      unheld(unheldRoles)
      onClose()
    },
  })
  return (
    <FormDrawer
      title={t('tasks.new')}
      summary={t('tasks.for_clients', { count: accountIds.length })}
      save={t('tasks.add_many', { count: accountIds.length })}
      aside={t('tasks.template_codes_help')}
      form={form}
      act={act}
      onClose={onClose}
    >
      <TaskFields form={form} who={<AssigneesField {...form.getInputProps('assignees')} />} />
    </FormDrawer>
  )
}
