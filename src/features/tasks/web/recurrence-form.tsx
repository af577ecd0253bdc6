import { Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { ReactNode } from 'react'
import { NO_DATES } from '#kernel/planned-dates.ts'
import { RichArea } from '#web/rich/rich-area.tsx'
import { type DatesDraft, datesDraft, plannedDatesOf } from '#web/schedule/dates-draft.ts'
import { CountedDates } from '#web/schedule/dates-fields.tsx'
import { type ScheduleDraft, scheduleDraft, scheduleOf } from '#web/schedule/schedule-draft.ts'
import { ScheduleFields } from '#web/schedule/schedule-fields.tsx'
import { useTaskStatusText } from '#web/task-status-text.ts'
import { useText } from '#web/text.tsx'
import type { TaskRecurrence } from '../contract.ts'
import { MOST, OPEN_STATUSES, type OpenStatus, TASK_PRIORITIES, type TaskPriority } from '../model.ts'
import { type Assignees, AssigneesField, assigneesOf, assigneesPath, whoOf } from './assignees-field.tsx'
import { type SubtaskDraft, subtaskDrafts, subtaskPath, writtenSubtasks } from './subtask-draft.ts'
import { SubtasksField } from './subtasks-field.tsx'
import styles from './task-form.module.css'

export type RecurrenceValues = {
  accountId: string | null
  title: string
  description: string
  priority: TaskPriority
  status: OpenStatus
  subtasks: SubtaskDraft[]
  dates: DatesDraft
  schedule: ScheduleDraft
  assignees: Assignees
}

export type RecurrenceStart = Partial<TaskRecurrence>

export type RecurrenceForm = ReturnType<typeof useRecurrenceForm>

/** The form of a task that comes again, a present one or one to come; a new one begins on `today`. */
export function useRecurrenceForm(start: RecurrenceStart, today: string) {
  return useForm<RecurrenceValues>({ initialValues: recurrenceValues(start, today) })
}

export function recurrenceValues(start: RecurrenceStart, today: string): RecurrenceValues {
  return {
    accountId: start.accountId ?? null,
    title: start.title ?? '',
    description: start.description ?? '',
    priority: start.priority ?? 'medium',
    status: start.status ?? 'planned',
    subtasks: subtaskDrafts(start.subtasks ?? []),
    dates: datesDraft(start.dates ?? NO_DATES),
    schedule: scheduleDraft(start.schedule ?? null, today),
    assignees: assigneesOf(start.assigneeIds ?? [], start.roleIds ?? []),
  }
}

/** The part of a body that creating and changing share. */
export function recurrenceBody({ accountId: _, assignees, subtasks, dates, schedule, ...values }: RecurrenceValues) {
  return {
    ...values,
    ...whoOf(assignees),
    subtasks: writtenSubtasks(subtasks).map(({ name }) => name),
    dates: plannedDatesOf(dates),
    schedule: scheduleOf(schedule),
  }
}

/** Where a refused field of a body stands in the form. */
export function recurrencePath(path: string, { subtasks }: RecurrenceValues): string {
  return subtaskPath(assigneesPath(path), subtasks)
}

/** `place`: the client of a new one. */
export function RecurrenceFields({ form, place }: { form: RecurrenceForm; place?: ReactNode }) {
  const t = useText()
  const statusText = useTaskStatusText()
  return (
    <div className={styles.fields}>
      <TextInput
        label={t('tasks.name')}
        description={t('tasks.template_codes_help')}
        maxLength={MOST.name}
        data-autofocus
        {...form.getInputProps('title')}
      />
      {place}
      <ScheduleFields form={form} />
      <AssigneesField {...form.getInputProps('assignees')} />
      <CountedDates form={form} />
      <div className={styles.pair}>
        <Select
          label={t('tasks.priority')}
          data={TASK_PRIORITIES.map((value) => ({ value, label: t(`tasks.priority_${value}`) }))}
          {...form.getInputProps('priority')}
        />
        <Select
          label={t('tasks.template_status')}
          data={OPEN_STATUSES.map((value) => ({ value, label: statusText(value) }))}
          {...form.getInputProps('status')}
        />
      </div>
      <SubtasksField form={form} />
      <RichArea
        label={t('tasks.description')}
        maxLength={MOST.description}
        minRows={4}
        maxRows={16}
        {...form.getInputProps('description')}
      />
    </div>
  )
}
