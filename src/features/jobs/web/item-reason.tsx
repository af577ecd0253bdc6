import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCheckbox, IconUser } from '@tabler/icons-react'
import { tasksContract } from '#features/tasks/contract.ts'
import { useAct } from '#web/api/hooks.ts'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { TimeAgo } from '#web/design/said.tsx'
import { Sentence } from '#web/design/sentence.tsx'
import { useToast } from '#web/design/toast.tsx'
import { useFormat, useText, useTextOr } from '#web/text.tsx'
import { jobsContract } from '../contract.ts'
import type { Job } from '../schemas.ts'
import { useOutcomeText, useReasonText } from './automation-text.ts'
import type { Item } from './item-line.tsx'
import { OpenButton } from './open-button.tsx'

/** An automation that could not be carried out: it does not hold the job, but somebody has to see to it. */
export function FailedAutomation({ outcome, job }: { outcome: Job['outcomes'][number]; job: Job }) {
  const t = useText()
  const say = useOutcomeText()
  const reasonText = useReasonText()
  const open =
    outcome.reason?.code === 'no_recipient' ? (
      <OpenButton to={`/clients/${job.accountId}`} name={job.accountName} variant="subtle" />
    ) : (
      <OpenButton to={`/templates/pipelines/${job.pipelineId}`} name={job.pipelineName} variant="subtle" />
    )
  return (
    <Sentence
      tone="stuck"
      icon={IconAlertTriangle}
      detail={reasonText(outcome.reason, null, new Map())}
      actions={
        <>
          {outcome.reason?.code !== 'error' && open}
          {job.lifecycle === 'active' && <Retry outcome={outcome} job={job} />}
        </>
      }
    >
      {t('reason.failed', { automation: say(outcome) })}
    </Sentence>
  )
}

/** Once what was wrong is mended (D-1). What fails again says so by staying. */
function Retry({ outcome, job }: { outcome: Job['outcomes'][number]; job: Job }) {
  const t = useText()
  const textOr = useTextOr()
  const toast = useToast()
  const { run, isRunning } = useAct(jobsContract.retryAutomations, {
    onDone: ({ outcomes }) => {
      const again = outcomes.find((it) => it.automationId === outcome.automationId)
      if (again?.result === 'failed') toast(t('reason.failed', { automation: say(again) }), { failed: true })
      else toast(t('job.retried'))
    },
    onProblem: ({ code, fields = [] }) => {
      const [field] = fields
      toast(textOr(field ? `field.${field.code}` : `refusal.${code}`, 'refusal.bug'), { failed: true })
    },
  })
  const say = useOutcomeText()
  return (
    <Button
      size="xs"
      loading={isRunning}
      onClick={() => void run({ params: { id: job.id }, body: { automationIds: [outcome.automationId] } })}
    >
      {t('job.retry')}
    </Button>
  )
}

/** Something that somebody still has to do: a task can be completed right here. */
export function ItemReason({ item, job }: { item: Item; job: Job }) {
  const t = useText()
  const { list } = useFormat()
  const { run, isRunning, problem } = useAct(tasksContract.setTaskStatus, { touches: ['jobs'] })
  const complete = () => void run({ params: { id: item.id }, body: { status: 'completed' } })
  const who = item.who.length > 0 ? item.who : item.kind === 'organizer' ? [job.accountName] : []
  const values = { who: list(who), count: who.length, name: item.name }
  const said =
    item.kind === 'organizer'
      ? t('reason.organizer', values)
      : who.length > 0
        ? t('reason.task', values)
        : t('reason.task_nobody', values)
  return (
    <Sentence
      tone={item.actor === 'client' ? 'client' : 'us'}
      icon={item.kind === 'organizer' ? IconUser : IconCheckbox}
      detail={<ItemDetail item={item} problem={problem} />}
      actions={
        <>
          <OpenButton
            to={item.kind === 'organizer' ? `/organizers/${item.id}` : `/tasks/${item.id}`}
            name={item.name}
            variant={item.kind === 'task' ? 'subtle' : 'default'}
          />
          {item.kind === 'task' && (
            <Button size="xs" loading={isRunning} onClick={complete}>
              {t('job.complete')}
            </Button>
          )}
        </>
      }
    >
      {said}
    </Sentence>
  )
}

function ItemDetail({ item, problem }: { item: Item; problem: unknown }) {
  const t = useText()
  return (
    <>
      {t(item.kind === 'organizer' ? 'item.sent' : 'item.created')} <TimeAgo at={item.since} />
      {item.progress && `. ${t(item.kind === 'task' ? 'item.ticked' : 'item.answered', item.progress)}`}
      <ProblemNote problem={problem} />
    </>
  )
}
