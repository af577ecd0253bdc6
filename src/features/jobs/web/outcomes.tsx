import { IconAlertTriangle, IconCheck, IconMinus } from '@tabler/icons-react'
import type { Condition } from '#conditions/model.ts'
import { ICON } from '#web/design/icon.ts'
import { AppLink } from '#web/design/link.tsx'
import { Section } from '#web/design/section.tsx'
import { useText } from '#web/text.tsx'
import type { Job } from '../schemas.ts'
import { type Automation, useAutomationText, useOutcomeText, useReasonText, useWarningText } from './automation-text.ts'
import { useBoardState } from './board-context.tsx'
import styles from './outcomes.module.css'
import { useTagNames } from './tag-names.ts'

type Outcome = Job['outcomes'][number]

const ICONS = { done: IconCheck, skipped: IconMinus, failed: IconAlertTriangle }

/**
 * What the automations of this stage came to, each with why it did nothing or what went along; and what is missing
 * since an earlier stage.
 */
export function Outcomes({ job }: { job: Job }) {
  const t = useText()
  const { board } = useBoardState()
  if (job.outcomes.length + job.earlierFailures.length === 0) return null
  const automations = board?.stages.find(({ id }) => id === job.stageId)?.automations ?? []
  return (
    <Section title={t('job.outcomes', { stage: job.stageName })} count={job.outcomes.length}>
      <ul>
        {job.outcomes.map((outcome) => (
          <OutcomeLine
            key={outcome.automationId}
            outcome={outcome}
            automation={automations.find(({ id }) => id === outcome.automationId)}
          />
        ))}
        {job.earlierFailures.map((failure) => (
          <EarlierFailure key={failure.automationId} failure={failure} />
        ))}
      </ul>
    </Section>
  )
}

function EarlierFailure({ failure }: { failure: Job['earlierFailures'][number] }) {
  const t = useText()
  const sayOutcome = useOutcomeText()
  const reasonText = useReasonText()
  return (
    <li className={styles.outcome} data-result="failed">
      <span className={styles.mark} role="img" aria-label={t('outcome.failed')}>
        <IconAlertTriangle {...ICON} />
      </span>
      <div>
        <p>{t('job.failed_earlier', { stage: failure.stage, automation: sayOutcome(failure) })}</p>
        <p className={styles.detail}>{reasonText(failure.reason, null, new Map())}</p>
      </div>
    </li>
  )
}

/** `automation`: as the newest version has it; gone where it was taken out since. */
function OutcomeLine({ outcome, automation }: { outcome: Outcome; automation: Automation | undefined }) {
  const t = useText()
  const tags = useTagNames()
  const sayAutomation = useAutomationText()
  const sayOutcome = useOutcomeText()
  const reasonText = useReasonText()
  const warningText = useWarningText()
  const { result, kind, createdId } = outcome
  const Icon = ICONS[result]
  const condition = (automation?.condition ?? null) as Condition | null
  const details = [reasonText(outcome.reason, condition, tags), ...outcome.warnings.map(warningText)].filter(Boolean)
  const said = automation ? sayAutomation(automation) : sayOutcome(outcome)
  const to = kind === 'create_organizer' ? `/organizers/${createdId}` : `/tasks/${createdId}`
  return (
    <li className={styles.outcome} data-result={result}>
      <span className={styles.mark} role="img" aria-label={t(`outcome.${result}`)}>
        <Icon {...ICON} />
      </span>
      <div>
        <p>
          {createdId ? (
            <AppLink to={to} className={styles.link}>
              {said}
            </AppLink>
          ) : (
            said
          )}
        </p>
        {details.map((detail) => (
          <p key={detail} className={styles.detail}>
            {detail}
          </p>
        ))}
      </div>
    </li>
  )
}
