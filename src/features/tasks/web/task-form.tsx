import { Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { ReactNode } from 'react'
import { jobsContract } from '#features/jobs/contract.ts'
import { useEndpoint } from '#web/api/hooks.ts'
import { RichArea } from '#web/rich/rich-area.tsx'
import { useText } from '#web/text.tsx'
import { TASK_PRIORITIES, type TaskPriority } from '../model.ts'
import type { TaskDetail } from '../schemas.ts'
import { type Assignees, assigneesPath, whoOf } from './assignees-field.tsx'
import { ClientPick } from './client-pick.tsx'
import { DescriptionField } from './description-field.tsx'
import { type SubtaskDraft, subtaskDrafts, subtaskPath, writtenSubtasks } from './subtask-draft.ts'
import { SubtasksField, type SubtasksFieldProps } from './subtasks-field.tsx'
import styles from './task-form.module.css'

export type TaskValues = {
  name: string
  description: string
  priority: TaskPriority
  /** '' where it starts or is due at no time */
  startOn: string
  dueOn: string
  subtasks: SubtaskDraft[]
  assignees: Assignees
  accountId: string | null
  jobId: string | null
}

/** The form of a task (T-3), a present one or one to come. */
export function useTaskForm(task: TaskStart) {
  return useForm<TaskValues>({ initialValues: valuesOf(task) })
}

/** What is known of a task before anything was typed. */
export type TaskStart = Partial<TaskDetail>

export function valuesOf(task: TaskStart): TaskValues {
  return {
    name: task.name ?? '',
    description: task.description ?? '',
    priority: task.priority ?? 'medium',
    startOn: task.startOn ?? '',
    dueOn: task.dueOn ?? '',
    subtasks: subtaskDrafts(task.subtasks ?? []),
    assignees: task.assignees?.map(({ id }) => id) ?? [],
    accountId: task.accountId ?? null,
    jobId: task.jobId ?? null,
  }
}

export type TaskForm = ReturnType<typeof useTaskForm>

/** What a present task is changed to. */
export function bodyOf({ name, description, priority, startOn, dueOn, assignees, subtasks }: TaskValues) {
  const dates = { startOn: startOn === '' ? null : startOn, dueOn: dueOn === '' ? null : dueOn }
  const { assigneeIds } = whoOf(assignees)
  return { name, description, priority, ...dates, assigneeIds, subtasks: writtenSubtasks(subtasks) }
}

/** What a new task says besides: its roles are resolved as it is made (D-17). */
export function newBodyOf(values: TaskValues) {
  const { roleIds } = whoOf(values.assignees)
  return { ...bodyOf(values), roleIds, subtasks: writtenSubtasks(values.subtasks).map((line) => line.name) }
}

/** Where a refused field of a body stands in the form. */
export function taskPath(path: string, { subtasks }: TaskValues): string {
  return subtaskPath(assigneesPath(path), subtasks)
}

export type TaskFieldsProps = {
  form: TaskForm
  /** between what is to be done and the rest: the client and job of a new task */
  place?: ReactNode
  /** who does it: people, in a new task roles as well */
  who: ReactNode
  ticks?: SubtasksFieldProps<TaskValues>['ticks']
  /** of a task that is there, its description is read first */
  isMade?: true
}

export function TaskFields({ form, place, who, ticks, isMade }: TaskFieldsProps) {
  const t = useText()
  const Description = isMade ? DescriptionField : RichArea
  return (
    <div className={styles.fields}>
      <TextInput label={t('tasks.name')} maxLength={255} data-autofocus {...form.getInputProps('name')} />
      {place}
      {who}
      <div className={styles.pair}>
        <TextInput type="date" label={t('tasks.start')} {...form.getInputProps('startOn')} />
        <TextInput type="date" label={t('tasks.due')} {...form.getInputProps('dueOn')} />
      </div>
      <Select
        label={t('tasks.priority')}
        data={TASK_PRIORITIES.map((value) => ({ value, label: t(`tasks.priority_${value}`) }))}
        {...form.getInputProps('priority')}
      />
      <SubtasksField form={form} {...(ticks ? { ticks } : {})} />
      <Description
        label={t('tasks.description')}
        maxLength={10_000}
        minRows={4}
        maxRows={16}
        {...form.getInputProps('description')}
      />
    </div>
  )
}

/** The client a new task is for, and, if wanted, which of his jobs shall wait for it (AM-18). */
export function TaskPlace({ form }: { form: TaskForm }) {
  const t = useText()
  const { accountId } = form.values
  const jobs = useEndpoint(
    jobsContract.listJobs,
    { query: { accountId: accountId ?? undefined, limit: 100 } },
    { enabled: accountId !== null },
  )
  return (
    <>
      <ClientPick
        {...form.getInputProps('accountId')}
        onChange={(id) => form.setValues({ accountId: id, jobId: null })}
      />
      {accountId !== null && (jobs.data?.items.length ?? 0) > 0 && (
        <Select
          label={t('tasks.job')}
          description={t('tasks.job_help')}
          clearable
          placeholder={t('tasks.no_job')}
          data={jobs.data?.items.map(({ id, name, pipelineName }) => ({
            value: id,
            label: `${name} · ${pipelineName}`,
          }))}
          clearButtonProps={{ 'aria-label': t('ui.remove', { name: t('tasks.job') }) }}
          {...form.getInputProps('jobId')}
        />
      )}
    </>
  )
}
