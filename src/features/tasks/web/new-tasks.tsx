import { Button } from '@mantine/core'
import { useId } from 'react'
import { useFormAct } from '#web/api/form.ts'
import { Drawer } from '#web/design/drawer.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { useToast } from '#web/design/toast.tsx'
import { useText } from '#web/text.tsx'
import { tasksContract } from '../contract.ts'
import { AssigneesField } from './assignees-field.tsx'
import { newBodyOf, TaskFields, taskPath, useTaskForm } from './task-form.tsx'
import { useUnheldToast } from './use-unheld-toast.ts'

/** Creates the same task for chosen clients (T-2). */
export function NewTasks({ accountIds, onClose }: { accountIds: string[]; onClose: () => void }) {
  const t = useText()
  const formId = useId()
  const toast = useToast()
  const unheld = useUnheldToast()
  const form = useTaskForm({})
  const { submit, isRunning, problem } = useFormAct(tasksContract.createTasks, form, {
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
    <Drawer
      title={t('tasks.new')}
      summary={t('tasks.for_clients', { count: accountIds.length })}
      onClose={onClose}
      isDirty={() => form.isDirty()}
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
        <TaskFields form={form} who={<AssigneesField {...form.getInputProps('assignees')} />} />
        <ProblemNote problem={problem} />
      </form>
    </Drawer>
  )
}
