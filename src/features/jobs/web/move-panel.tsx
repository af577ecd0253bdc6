import { Button } from '@mantine/core'
import { useId, useState } from 'react'
import type { ReturnOf } from '#kernel/contract.ts'
import { useAct, useEndpoint } from '#web/api/hooks.ts'
import { Drawer } from '#web/design/drawer.tsx'
import { Note } from '#web/design/note.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { Section } from '#web/design/section.tsx'
import { SkeletonLines } from '#web/design/skeleton.tsx'
import { useToast } from '#web/design/toast.tsx'
import { useText } from '#web/text.tsx'
import { jobsContract } from '../contract.ts'
import type { Card, Job } from '../schemas.ts'
import { AutomationPicks } from './automation-picks.tsx'
import { ItemLine } from './item-line.tsx'
import styles from './move-panel.module.css'
import { useMovedText } from './use-moves.ts'

type EntryPreview = ReturnOf<typeof jobsContract.previewEntry>

export type MovePanelProps = {
  card: Card
  /** where it shall go */
  stageId: string
  onMoved: (job: Job) => void
  onClose: () => void
}

/** Before a move by hand: what will happen, what of it shall not, who gets mail, and what stays behind. */
export function MovePanel({ card, stageId, onMoved, onClose }: MovePanelProps) {
  const t = useText()
  const formId = useId()
  const [off, setOff] = useState<ReadonlySet<string>>(new Set())
  const preview = useEndpoint(
    jobsContract.previewEntry,
    { params: { id: card.id }, query: { stageId, deselected: [...off].join(',') } },
    { keepPrevious: true },
  )
  const { seen, submit, isRunning, problem } = useMove(card, stageId, off, (job) => {
    onMoved(job)
    onClose()
  })
  const mails = preview.data ? mailsEach(preview.data) * preview.data.recipients.length : 0
  return (
    <Drawer
      title={t('move.title', { stage: preview.data?.stage ?? '…' })}
      summary={<p className={styles.who}>{`${card.accountName} · ${card.name}`}</p>}
      onClose={onClose}
      footer={
        <>
          <span>{mails > 0 && t('move.at_once')}</span>
          <Button variant="subtle" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button type="submit" form={formId} variant="filled" loading={isRunning} disabled={!preview.data}>
            {t('move.confirm', { mails })}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        {seen !== card && (
          <Note tone="wait">{t('board.stale', { name: seen.accountName, stage: seen.stageName })}</Note>
        )}
        <ProblemNote problem={problem ?? preview.error} />
        {preview.data && <Preview preview={preview.data} from={seen.stageName} off={off} onOff={setOff} />}
        {preview.isPending && <SkeletonLines lines={6} />}
      </form>
    </Drawer>
  )
}

type PreviewProps = {
  preview: EntryPreview
  from: string
  off: ReadonlySet<string>
  onOff: (off: ReadonlySet<string>) => void
}

function Preview({ preview, from, off, onOff }: PreviewProps) {
  const t = useText()
  const { stage, automations, recipients, pending } = preview
  const each = mailsEach(preview)
  return (
    <>
      <Section title={t('board.automations_of', { stage })}>
        {automations.length > 0 ? (
          <AutomationPicks automations={automations} off={off} onOff={onOff} />
        ) : (
          <p className={styles.quiet}>{t('move.no_automations')}</p>
        )}
      </Section>
      {pending.length > 0 && (
        <Section title={t('move.pending', { stage: from })} count={pending.length}>
          <p className={styles.quiet}>{t('move.pending_why', { stage })}</p>
          <ul>
            {pending.map((item) => (
              <ItemLine key={item.id} item={item} />
            ))}
          </ul>
        </Section>
      )}
      {each > 0 && (
        <Section title={t('move.recipients')}>
          {recipients.length === 0 && <p className={styles.quiet}>{t('move.recipients_none')}</p>}
          <ul className={styles.recipients}>
            {recipients.map(({ name, email }) => (
              <li key={email}>
                <span>{name}</span>
                <span className={styles.quiet}>{email}</span>
                <span>{t('move.gets', { mails: each })}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

/** Mails that each recipient gets: one per organizer and e-mail that will be sent. */
function mailsEach({ automations }: EntryPreview): number {
  const sending = automations.filter(({ kind, runs }) => runs && (kind === 'create_organizer' || kind === 'send_email'))
  return sending.length
}

/** Sends the move; where somebody was faster, shows how the job stands now and lets one move it all the same. */
function useMove(card: Card, stageId: string, off: ReadonlySet<string>, onMoved: (job: Job) => void) {
  const toast = useToast()
  const saidMoved = useMovedText()
  const [seen, setSeen] = useState(card)
  const { run, isRunning, problem } = useAct(jobsContract.moveJob, {
    onDone: (job) => {
      toast(saidMoved(job, stageId))
      onMoved(job)
    },
    onProblem: ({ code, detail }) => code === 'stale' && setSeen(detail.current as Job),
  })
  const body = { stageId, deselectedAutomationIds: [...off] }
  const submit = () => void run({ params: { id: card.id }, body, ifMatch: seen.revision })
  return { seen, submit, isRunning, problem: problem?.code === 'stale' ? null : problem }
}
