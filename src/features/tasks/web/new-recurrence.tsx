import type { MemberId } from '#kernel/ids.ts'
import { useFormAct } from '#web/api/form.ts'
import { useEndpoint } from '#web/api/hooks.ts'
import { Drawer } from '#web/design/drawer.tsx'
import { FormDrawer } from '#web/design/form-drawer.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { SkeletonLines } from '#web/design/skeleton.tsx'
import { useToast } from '#web/design/toast.tsx'
import { useMember } from '#web/session.tsx'
import { useFormat, useText } from '#web/text.tsx'
import { tasksContract } from '../contract.ts'
import type { TaskDetail } from '../schemas.ts'
import { ClientPick } from './client-pick.tsx'
import {
  RecurrenceFields,
  type RecurrenceStart,
  recurrenceBody,
  recurrencePath,
  useRecurrenceForm,
} from './recurrence-form.tsx'

export type NewRecurrenceProps = {
  /** a task that shall come again: what it says is where one begins */
  fromTaskId: string | undefined
  onClose: () => void
}

/** Lets a task come again and again (T-6). */
export function NewRecurrence({ fromTaskId, onClose }: NewRecurrenceProps) {
  const t = useText()
  const { member } = useMember()
  const isCopy = fromTaskId !== undefined
  const { data, error } = useEndpoint(tasksContract.getTask, { params: { id: fromTaskId ?? '' } }, { enabled: isCopy })
  if (!isCopy) return <Editor start={{ assigneeIds: [member.id as MemberId] }} onClose={onClose} />
  if (data) return <Editor start={startOf(data)} onClose={onClose} />
  return (
    <Drawer title={t('tasks.new_recurrence')} onClose={onClose}>
      <ProblemNote problem={error} />
      {!error && <SkeletonLines lines={8} />}
    </Drawer>
  )
}

type Start = RecurrenceStart & { accountName?: string }

function startOf({ accountId, accountName, name, description, priority, assignees, subtasks }: TaskDetail): Start {
  return {
    ...{ accountId, accountName, description, priority },
    title: name,
    assigneeIds: assignees.map(({ id }) => id) as RecurrenceStart['assigneeIds'] & {},
    subtasks: subtasks.map((line) => line.name),
  }
}

function Editor({ start, onClose }: { start: Start; onClose: () => void }) {
  const t = useText()
  const { today } = useFormat()
  const toast = useToast()
  const form = useRecurrenceForm(start, today())
  const act = useFormAct(tasksContract.createTaskRecurrence, form, {
    input: (values) => ({ body: { ...recurrenceBody(values), accountId: values.accountId ?? '' } }),
    pathOf: (path) => recurrencePath(path, form.getValues()),
    touches: ['tasks'],
    onDone: ({ title }) => {
      toast(t('tasks.recurrence_added', { name: title }))
      onClose()
    },
  })
  return (
    <FormDrawer
      title={t('tasks.new_recurrence')}
      summary={start.accountName}
      save={t('tasks.add')}
      form={form}
      act={act}
      onClose={onClose}
    >
      <RecurrenceFields form={form} place={!start.accountId && <ClientPick {...form.getInputProps('accountId')} />} />
    </FormDrawer>
  )
}
