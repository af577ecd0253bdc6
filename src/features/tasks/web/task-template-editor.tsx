import { Button, Select, TextInput } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { TemplateId } from '#kernel/ids.ts'
import { useEndpoint } from '#web/api/hooks.ts'
import { Form } from '#web/design/form.tsx'
import { LinkButton } from '#web/design/link.tsx'
import { Note } from '#web/design/note.tsx'
import { Page } from '#web/design/page.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { SkeletonLines } from '#web/design/skeleton.tsx'
import { UnsavedGuard } from '#web/design/unsaved-guard.tsx'
import { RichArea } from '#web/rich/rich-area.tsx'
import { DatesFields } from '#web/schedule/dates-fields.tsx'
import { useRight } from '#web/session.tsx'
import { useTaskStatusText } from '#web/task-status-text.ts'
import { useText } from '#web/text.tsx'
import { tasksContract } from '../contract.ts'
import { OPEN_STATUSES, TASK_PRIORITIES } from '../model.ts'
import { AssigneesField } from './assignees-field.tsx'
import { SubtasksField } from './subtasks-field.tsx'
import styles from './task-template-editor.module.css'
import { type TaskTemplate, type TaskTemplateForm, useTaskTemplateForm } from './task-template-form.ts'

/** The editor of one task template (T-11); `new` in the address begins one. */
export function TaskTemplatePage() {
  const t = useText()
  const { templateId = 'new' } = useParams({ strict: false }) as { templateId?: string }
  const isNew = templateId === 'new'
  const params = { id: templateId as TemplateId }
  const asked = useEndpoint(tasksContract.getTaskTemplate, { params }, { enabled: !isNew, hears: ['templates'] })
  const { refetch } = asked
  const askAgain = useCallback(() => void refetch(), [refetch])
  if (isNew) return <Editor key="new" template={null} onAskAgain={askAgain} />
  if (asked.data) return <Editor key={templateId} template={asked.data} onAskAgain={askAgain} />
  return (
    <Page title={t('tasks.template')}>
      <ProblemNote problem={asked.error} onRetry={askAgain} />
      {!asked.error && <SkeletonLines lines={8} />}
    </Page>
  )
}

type EditorProps = { template: TaskTemplate | null; onAskAgain: () => void }

function Editor({ template, onAskAgain }: EditorProps) {
  const t = useText()
  const mayChange = useRight('manage_templates')
  const editor = useTaskTemplateForm(template, onAskAgain)
  return (
    <Page
      title={editor.base?.name ?? t('tasks.new_template')}
      actions={
        mayChange && (
          <Button variant="filled" loading={editor.isSaving} onClick={() => editor.save()}>
            {t('ui.save')}
          </Button>
        )
      }
    >
      <div className={styles.editor}>
        <Form onSubmit={editor.save}>
          {editor.newer && (
            <Note
              tone="wait"
              title={t('tasks.template_stale')}
              actions={<LinkButton onClick={editor.takeNewer}>{t('tasks.take_newer')}</LinkButton>}
            />
          )}
          <ProblemNote problem={editor.problem} />
          <fieldset disabled={!mayChange} className={styles.fields}>
            <Fields editor={editor} />
          </fieldset>
        </Form>
      </div>
      <UnsavedGuard isDirty={editor.isDirty} />
    </Page>
  )
}

function Fields({ editor }: { editor: TaskTemplateForm }) {
  const t = useText()
  const { form } = editor
  return (
    <>
      <TextInput
        label={t('tasks.template_name')}
        description={t('tasks.template_name_help')}
        maxLength={120}
        {...form.getInputProps('name')}
      />
      <TextInput
        label={t('tasks.template_title')}
        description={t('tasks.template_codes_help')}
        maxLength={255}
        {...form.getInputProps('title')}
      />
      <RichArea
        label={t('tasks.template_description')}
        description={t('tasks.template_codes_help')}
        maxLength={10_000}
        minRows={5}
        maxRows={20}
        {...form.getInputProps('description')}
      />
      <SubtasksField form={form} />
      <Standing form={form} />
      <DatesFields form={form} />
      <AssigneesField {...form.getInputProps('assignees')} />
    </>
  )
}

/** How urgent it is, and where it stands when it is made. */
function Standing({ form }: Pick<TaskTemplateForm, 'form'>) {
  const t = useText()
  const statusText = useTaskStatusText()
  return (
    <div className={styles.pair}>
      <Select
        label={t('tasks.template_priority')}
        data={TASK_PRIORITIES.map((value) => ({ value, label: t(`tasks.priority_${value}`) }))}
        {...form.getInputProps('priority')}
      />
      <Select
        label={t('tasks.template_status')}
        data={OPEN_STATUSES.map((value) => ({ value, label: statusText(value) }))}
        {...form.getInputProps('status')}
      />
    </div>
  )
}
