import { Button } from '@mantine/core'
import { useId } from 'react'
import { useFormAct } from '#web/api/form.ts'
import { Drawer } from '#web/design/drawer.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { useToast } from '#web/design/toast.tsx'
import { useText } from '#web/text.tsx'
import { tasksContract } from '../contract.ts'
import { subtaskPath, writtenSubtasks } from './subtask-draft.ts'
import { bodyOf, TaskFields, useTaskForm } from './task-form.tsx'

/** Creates the same task for chosen clients (T-2). */
export function NewTasks({ accountIds, onClose }: { accountIds: string[]; onClose: () => void }) {
  const t = useText()
  const formId = useId()
  const toast = useToast()
  const form = useTaskForm({})
  const { submit, isRunning, problem } = useFormAct(tasksContract.createTasks, form, {
    input: (values) => ({
      body: {
        ...bodyOf(values),
        subtasks: writtenSubtasks(values.subtasks).map((line) => line.name),
        accountIds,
      },
    }),
    pathOf: (path) => subtaskPath(path, form.getValues().subtasks),
    touches: ['tasks'],
    onDone: ({ created }) => {
      toast(t('tasks.added_many', { count: created }))
      onClose()
    },
  })
  return (
    <Drawer
      title={t('tasks.new')}
      summary={t('tasks.for_clients', { count: accountIds.length })}
      onClose={onClose}
      footer={
        <>
          <span>{t('tasks.template_codes_help')}</span>
          <Button variant="subtle" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button type="submit" form={formId} variant="filled" loading={isRunning}>
            {t('tasks.add_many', { count: accountIds.length })}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate>
        <TaskFields form={form} />
        <ProblemNote problem={problem} />
      </form>
    </Drawer>
  )
}
