import { Switch } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useEndpoint } from '#web/api/hooks.ts'
import { Drawer, DrawerColumns } from '#web/design/drawer.tsx'
import { type Fact, Facts } from '#web/design/field-row.tsx'
import { TextLink } from '#web/design/link.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { TimeAgo } from '#web/design/said.tsx'
import { SkeletonLines } from '#web/design/skeleton.tsx'
import { State } from '#web/design/state-dot.tsx'
import { useText } from '#web/text.tsx'
import { organizersContract } from '../contract.ts'
import type { OrganizerView } from '../schemas.ts'
import { StaffAnswers } from './staff-answers.tsx'
import styles from './staff-organizer.module.css'
import { useOrganizerStatus } from './staff-table.tsx'

export type OrganizerDrawerProps = {
  organizerId: string
  /** the jobs it is linked to, and what happened to it; both belong to other slices */
  jobs: ReactNode
  history: ReactNode
  onClose: () => void
}

/** One organizer as the team reads it: who has it, what was answered, which jobs wait for it. */
export function OrganizerDrawer({ organizerId, jobs, history, onClose }: OrganizerDrawerProps) {
  const t = useText()
  const { data: organizer, error } = useEndpoint(organizersContract.getOrganizer, { params: { id: organizerId } })
  if (!organizer) {
    return (
      <Drawer width="wide" title={error ? t('refusal.not_found') : t('ui.loading')} onClose={onClose}>
        <ProblemNote problem={error} />
        {!error && <SkeletonLines lines={8} />}
      </Drawer>
    )
  }
  return (
    <Drawer
      width="wide"
      title={organizer.name}
      eyebrow={<TextLink to={`/clients/${organizer.accountId}`}>{organizer.accountName}</TextLink>}
      summary={<OrganizerFacts organizer={organizer} />}
      onClose={onClose}
    >
      <DrawerColumns
        main={<Answers organizer={organizer} />}
        side={
          <>
            {jobs}
            {history}
          </>
        }
      />
    </Drawer>
  )
}

function OrganizerFacts({ organizer }: { organizer: OrganizerView }) {
  const t = useText()
  const { state, said } = useOrganizerStatus()(organizer)
  const { progress, sentAt, openedAt, submittedAt, templateName } = organizer
  const facts: (Fact | false)[] = [
    { label: t('organizers.status'), value: <State state={state}>{said}</State> },
    {
      label: t('organizers.progress'),
      value: t('ui.progress', { done: progress.answered, total: progress.total }),
    },
    { label: t('organizers.sent'), value: <TimeAgo at={sentAt} /> },
    openedAt !== null && { label: t('organizers.opened_at'), value: <TimeAgo at={openedAt} /> },
    submittedAt !== null && { label: t('organizers.submitted_at'), value: <TimeAgo at={submittedAt} /> },
    { label: t('organizers.template'), value: templateName },
  ]
  return <Facts facts={facts.filter((fact) => fact !== false)} />
}

function Answers({ organizer }: { organizer: OrganizerView }) {
  const t = useText()
  const [unanswered, setUnanswered] = useState(true)
  const [hidden, setHidden] = useState(false)
  return (
    <>
      <div className={styles.switches}>
        <Switch
          checked={unanswered}
          onChange={(event) => setUnanswered(event.currentTarget.checked)}
          label={t('organizers.unanswered')}
        />
        <Switch
          checked={hidden}
          onChange={(event) => setHidden(event.currentTarget.checked)}
          label={t('organizers.hidden')}
        />
      </div>
      <StaffAnswers organizer={organizer} showUnanswered={unanswered} showHidden={hidden} />
    </>
  )
}
