import { Button, TextInput } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useEndpoint } from '#web/api/hooks.ts'
import { LinkButton } from '#web/design/link.tsx'
import { Note } from '#web/design/note.tsx'
import { Page } from '#web/design/page.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { SkeletonLines } from '#web/design/skeleton.tsx'
import { UnsavedGuard } from '#web/design/unsaved-guard.tsx'
import { useRight } from '#web/session.tsx'
import { useText } from '#web/text.tsx'
import { type EmailTemplate, emailsContract } from '../contract.ts'
import { CodedField } from './coded-field.tsx'
import styles from './email-editor.module.css'
import { type EmailForm, useEmailForm } from './email-form.ts'
import { EmailPreview } from './email-preview.tsx'

/** The editor of one e-mail template, with a live preview; `new` in the address begins one. */
export function EmailEditorPage() {
  const t = useText()
  const { templateId = 'new' } = useParams({ strict: false }) as { templateId?: string }
  const isNew = templateId === 'new'
  const asked = useEndpoint(
    emailsContract.getEmailTemplate,
    { params: { id: templateId } },
    { enabled: !isNew, hears: ['templates'] },
  )
  const { data, refetch } = asked
  const askAgain = useCallback(() => void refetch(), [refetch])
  if (isNew) return <Editor key="new" template={null} onAskAgain={askAgain} />
  if (data) return <Editor key={templateId} template={data} onAskAgain={askAgain} />
  return (
    <Page title={t('emails.templates')}>
      <ProblemNote problem={asked.error} onRetry={askAgain} />
      {!asked.error && <SkeletonLines lines={8} />}
    </Page>
  )
}

/** `template` is as it is now; the form stays what was typed until it is saved or the newer one is taken. */
function Editor({ template, onAskAgain }: { template: EmailTemplate | null; onAskAgain: () => void }) {
  const t = useText()
  const mayChange = useRight('manage_templates')
  const email = useEmailForm(template, onAskAgain)
  return (
    <Page
      title={email.base?.name ?? t('emails.new_title')}
      aside={email.base && <span className={styles.version}>{`${t('emails.version')} ${email.base.version}`}</span>}
      actions={
        mayChange && (
          <Button type="submit" form="email" variant="filled" loading={email.isSaving}>
            {t('ui.save')}
          </Button>
        )
      }
    >
      <div className={styles.columns}>
        <Fields email={email} mayChange={mayChange} />
        <div className={styles.preview}>
          <EmailPreview text={email.readable} />
        </div>
      </div>
      <UnsavedGuard isDirty={email.isDirty} />
    </Page>
  )
}

function Fields({ email, mayChange }: { email: EmailForm; mayChange: boolean }) {
  const t = useText()
  const { form, problems, newer } = email
  const problemsOf = (path: string) => problems.filter((problem) => problem.path === path)
  return (
    <form id="email" className={styles.form} onSubmit={email.save} noValidate>
      {newer && (
        <Note tone="wait" actions={<LinkButton onClick={email.takeNewer}>{t('emails.load_newer')}</LinkButton>}>
          {t('emails.stale', { name: newer.name, version: newer.version })}
        </Note>
      )}
      <ProblemNote problem={email.problem} />
      <TextInput
        label={t('emails.name')}
        description={t('emails.name_help')}
        required
        maxLength={200}
        readOnly={!mayChange}
        {...form.getInputProps('name')}
      />
      <CodedField
        form={form}
        path="subject"
        label={t('emails.subject')}
        mayChange={mayChange}
        problems={problemsOf('subject')}
      />
      <CodedField
        form={form}
        path="body"
        label={t('emails.body')}
        help={t('emails.body_help')}
        mayChange={mayChange}
        problems={problemsOf('body')}
      />
    </form>
  )
}
