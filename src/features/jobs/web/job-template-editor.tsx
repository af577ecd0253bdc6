import { Button, TextInput } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import type { TemplateId } from '#kernel/ids.ts'
import { useEndpoint } from '#web/api/hooks.ts'
import { Form } from '#web/design/form.tsx'
import { LinkButton } from '#web/design/link.tsx'
import { Note } from '#web/design/note.tsx'
import { Page } from '#web/design/page.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { SkeletonLines } from '#web/design/skeleton.tsx'
import { UnsavedGuard } from '#web/design/unsaved-guard.tsx'
import { DatesFields } from '#web/schedule/dates-fields.tsx'
import { useRight } from '#web/session.tsx'
import { useText } from '#web/text.tsx'
import { type JobTemplate, jobTemplatesContract } from '../contract-templates.ts'
import type { Named } from '../rules-mentions.ts'
import styles from './job-template-editor.module.css'
import { type JobTemplateForm, useJobTemplateForm } from './job-template-form.ts'
import { MentionField } from './mention-field.tsx'
import { ClientBlock, CommentsField, People } from './template-parts.tsx'
import { useMentionable } from './use-mentionable.ts'

/** The editor of one job template (JD-1); `new` in the address begins one. */
export function JobTemplatePage() {
  const t = useText()
  const { templateId = 'new' } = useParams({ strict: false }) as { templateId?: string }
  const isNew = templateId === 'new'
  const members = useMentionable()
  const params = { id: templateId as TemplateId }
  const { data, error, refetch } = useEndpoint(jobTemplatesContract.getJobTemplate, { params }, { enabled: !isNew })
  if (members.length > 0 && (isNew || data))
    return <Editor key={templateId} template={data ?? null} members={members} />
  return (
    <Page title={t('template.title')}>
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      {!error && <SkeletonLines lines={8} />}
    </Page>
  )
}

function Editor({ template, members }: { template: JobTemplate | null; members: readonly Named[] }) {
  const t = useText()
  const mayChange = useRight('manage_templates')
  const editor = useJobTemplateForm(template, members)
  const { newer } = editor
  return (
    <Page
      title={editor.base?.name ?? t('templates.new_job')}
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
          {newer && (
            <Note
              tone="wait"
              title={t('template.stale')}
              actions={
                <>
                  <LinkButton onClick={() => editor.take(newer)}>{t('template.take_theirs')}</LinkButton>
                  <LinkButton onClick={() => editor.keepMine(newer)}>{t('template.keep_mine')}</LinkButton>
                </>
              }
            />
          )}
          <ProblemNote problem={editor.problem} />
          <fieldset disabled={!mayChange} className={styles.fields}>
            <Fields editor={editor} />
          </fieldset>
        </Form>
      </div>
      <UnsavedGuard isDirty={() => editor.form.isDirty()} />
    </Page>
  )
}

function Fields({ editor: { form } }: { editor: JobTemplateForm }) {
  const t = useText()
  return (
    <>
      <TextInput
        label={t('template.name')}
        description={t('template.name_help')}
        maxLength={120}
        {...form.getInputProps('name')}
      />
      <TextInput
        label={t('job.name')}
        description={t('template.codes_help')}
        maxLength={255}
        {...form.getInputProps('title')}
      />
      <MentionField
        tools
        label={t('job.description')}
        description={t('job.mention_help')}
        value={form.values.description}
        onChange={(typed) => form.setFieldValue('description', typed)}
        error={form.errors['description']}
      />
      <People form={form} />
      <DatesFields form={form} />
      <CommentsField form={form} />
      <ClientBlock form={form} />
    </>
  )
}
