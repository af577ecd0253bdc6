import { ActionIcon, Button } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useAct, useEndpoint } from '#web/api/hooks.ts'
import { Avatar } from '#web/design/avatar.tsx'
import { SMALL_ICON } from '#web/design/icon.ts'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { Instant } from '#web/design/said.tsx'
import { Section } from '#web/design/section.tsx'
import { SkeletonLines } from '#web/design/skeleton.tsx'
import { UnsavedGuard } from '#web/design/unsaved-guard.tsx'
import { useText } from '#web/text.tsx'
import { type JobComment, jobCommentsContract } from '../contract-comments.ts'
import { storedFrom, typedFrom } from '../rules-mentions.ts'
import styles from './job-comments.module.css'
import { MentionField } from './mention-field.tsx'
import { SaidText } from './said-text.tsx'
import { useMentionable } from './use-mentionable.ts'

const TOUCHES = ['job-comments', 'jobs']

/** What the team says to each other about the job (JOB-14). */
export function JobComments({ jobId, me }: { jobId: string; me: string }) {
  const t = useText()
  const members = useMentionable()
  const { data, error, refetch } = useEndpoint(jobCommentsContract.listJobComments, { params: { id: jobId } })
  const { run, isRunning, problem } = useAct(jobCommentsContract.addJobComment, { touches: TOUCHES })
  const send = (typed: string) =>
    run({ params: { id: jobId }, body: { text: storedFrom(typed, members) } }).then((answer) => answer !== null)
  return (
    <Section title={t('job.comments')} {...(data ? { count: data.items.length } : {})}>
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      {!data && !error && <SkeletonLines lines={2} />}
      <ul className={styles.comments}>
        {data?.items.map((comment) => (
          <Comment key={comment.id} comment={comment} me={me} />
        ))}
      </ul>
      <Writing
        start=""
        label={t('job.comment_write')}
        send={t('job.comment_send')}
        isRunning={isRunning}
        problem={problem}
        onSend={send}
      />
    </Section>
  )
}

function Comment({ comment, me }: { comment: JobComment; me: string }) {
  const t = useText()
  const members = useMentionable()
  const [editing, setEditing] = useState(false)
  const change = useAct(jobCommentsContract.changeJobComment, { touches: TOUCHES, onDone: () => setEditing(false) })
  const { author, text, editedAt, revision } = comment
  const save = (typed: string) =>
    change
      .run({ params: { id: comment.id }, body: { text: storedFrom(typed, members) }, ifMatch: revision })
      .then((answer) => answer !== null)
  const name = author?.name ?? t('job.comment_template')
  return (
    <li className={styles.comment}>
      <Avatar name={name} you={author?.id === me} silent />
      <div className={styles.words}>
        <p className={styles.head}>
          <strong>{author?.id === me ? t('ui.you') : name}</strong> <Instant at={comment.createdAt} />
          {editedAt && <span> · {t('job.comment_edited')}</span>}
          {comment.mayChange && !editing && <Tools comment={comment} onEdit={() => setEditing(true)} />}
        </p>
        {editing ? (
          <Writing
            start={typedFrom(text, members)}
            label={t('job.comment_edit')}
            send={t('ui.save')}
            isRunning={change.isRunning}
            problem={change.problem}
            onSend={save}
            onCancel={() => setEditing(false)}
          />
        ) : (
          <SaidText text={text} />
        )}
      </div>
    </li>
  )
}

function Tools({ comment, onEdit }: { comment: JobComment; onEdit: () => void }) {
  const t = useText()
  const { run, isRunning, problem } = useAct(jobCommentsContract.deleteJobComment, { touches: TOUCHES })
  return (
    <span className={styles.tools}>
      <ActionIcon size="sm" aria-label={t('job.comment_edit')} onClick={onEdit}>
        <IconPencil {...SMALL_ICON} />
      </ActionIcon>
      <ActionIcon
        size="sm"
        aria-label={t('job.comment_delete')}
        loading={isRunning}
        onClick={() => void run({ params: { id: comment.id } })}
      >
        <IconTrash {...SMALL_ICON} />
      </ActionIcon>
      <ProblemNote problem={problem} />
    </span>
  )
}

type WritingProps = {
  start: string
  label: string
  send: string
  isRunning: boolean
  problem: unknown
  /** whether it was taken; what was refused stays as it was typed */
  onSend: (typed: string) => Promise<boolean>
  onCancel?: () => void
}

function Writing({ start, label, send, isRunning, problem, onSend, onCancel }: WritingProps) {
  const t = useText()
  const [typed, setTyped] = useState(start)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (await onSend(typed.trim())) setTyped('')
  }
  return (
    <form onSubmit={(event) => void submit(event)} className={styles.writing}>
      <MentionField value={typed} onChange={setTyped} ariaLabel={label} placeholder={label} minRows={1} />
      <ProblemNote problem={problem} />
      <UnsavedGuard isDirty={() => typed.trim() !== start.trim()} />
      <div className={styles.buttons}>
        {onCancel && (
          <Button size="xs" variant="subtle" onClick={onCancel}>
            {t('ui.cancel')}
          </Button>
        )}
        <Button type="submit" size="xs" loading={isRunning} disabled={typed.trim() === ''}>
          {send}
        </Button>
      </div>
    </form>
  )
}
