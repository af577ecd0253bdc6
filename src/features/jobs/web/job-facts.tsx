import { ActionIcon } from '@mantine/core'
import { IconAlertTriangle, IconExclamationMark, IconEye, IconPencil } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Avatars } from '#web/design/avatar.tsx'
import { type Fact, Facts } from '#web/design/field-row.tsx'
import { ICON, SMALL_ICON } from '#web/design/icon.ts'
import { DateText, TimeAgo } from '#web/design/said.tsx'
import { useRight } from '#web/session.tsx'
import { useText } from '#web/text.tsx'
import type { Job } from '../schemas.ts'
import styles from './job-facts.module.css'
import { JobTags } from './job-tags.tsx'

export type JobFactsProps = { job: Job; me: string; onEdit: () => void }

/** What is known of the job at a glance: when it is due, how urgent it is, who does it, what the client sees. */
export function JobFacts({ job, me, onEdit }: JobFactsProps) {
  const t = useText()
  const mayTag = useRight('manage_tags')
  const people = job.people.map(({ id, name }) => ({ name, you: id === me }))
  const facts: Fact[] = [
    { label: t('job.due'), value: job.dueOn ? <DateText on={job.dueOn} due={job.lifecycle === 'active'} /> : '–' },
    { label: t('job.priority'), value: <PriorityText priority={job.priority} /> },
    {
      label: t('job.assignees'),
      value: people.length > 0 ? <Avatars people={people} most={6} /> : t('card.unassigned'),
    },
    { label: t('job.client_sees'), value: <ClientSees job={job} /> },
    ...(mayTag || job.tags.length > 0 ? [{ label: t('job.tags'), value: <JobTags job={job} /> }] : []),
  ]
  return (
    <div className={styles.row}>
      <Facts facts={facts} />
      {job.lifecycle !== 'archived' && (
        <ActionIcon size="sm" aria-label={t('job.edit')} title={t('job.edit')} onClick={onEdit}>
          <IconPencil {...ICON} />
        </ActionIcon>
      )}
    </div>
  )
}

/** What the system knows of a job, and what is looked up less often (JOB-16). */
export function MoreFacts({ job }: { job: Job }) {
  const t = useText()
  const late = job.lifecycle === 'active' && job.stageDueAt !== null && Date.parse(job.stageDueAt) < Date.now()
  const facts: Fact[] = [
    ...(job.startOn ? [{ label: t('job.start'), value: <DateText on={job.startOn} /> }] : []),
    ...(job.timeBudget ? [{ label: t('job.budget'), value: t('job.hours', { hours: job.timeBudget / 60 }) }] : []),
    { label: t('job.in_stage'), value: <Entered job={job} late={late} /> },
    { label: t('job.visits'), value: job.visits },
    {
      label: t('job.created'),
      value: (
        <>
          <TimeAgo at={job.createdAt} />
          {job.createdBy && <span>{`· ${job.createdBy.name}`}</span>}
        </>
      ),
    },
  ]
  return <Facts facts={facts} />
}

function Entered({ job, late }: { job: Job; late: boolean }): ReactNode {
  const t = useText()
  return (
    <>
      <TimeAgo at={job.stageEnteredAt} />
      {late && (
        <span className={styles.late}>
          <IconAlertTriangle {...SMALL_ICON} />
          {t('job.stage_overdue')}
        </span>
      )}
    </>
  )
}

function PriorityText({ priority }: Pick<Job, 'priority'>) {
  const t = useText()
  return (
    <span className={styles.priority} data-priority={priority}>
      {priority === 'urgent' && <IconExclamationMark {...SMALL_ICON} />}
      {t(`job.priority_${priority}`)}
    </span>
  )
}

function ClientSees({ job: { client, name } }: { job: Job }) {
  const t = useText()
  if (!client.visible) return t('job.client_nothing')
  return (
    <span className={styles.client}>
      <IconEye {...SMALL_ICON} />
      {client.status ?? (client.name || name)}
    </span>
  )
}
