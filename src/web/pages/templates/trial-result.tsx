import { IconAlertTriangle, IconCheck, IconMinus } from '@tabler/icons-react'
import type { Condition } from '#conditions/model.ts'
import { useAutomationText, useReasonText, useWarningText } from '#features/jobs/web/automation-text.ts'
import type { Trial, Tried } from '#features/trials/schemas.ts'
import { ICON } from '#web/design/icon.ts'
import { AppLink } from '#web/design/link.tsx'
import { Note } from '#web/design/note.tsx'
import { Section } from '#web/design/section.tsx'
import { useFormat, useText, useTextOr } from '#web/text.tsx'
import { useVocabulary } from '#web/vocabulary.ts'
import styles from './dry-run.module.css'

type Hop = Tried['hops'][number]
type Step = Hop['automations'][number]

/** What would happen, client by client; those with something wrong come first. */
export function TrialResult({ trial: { problems, accounts } }: { trial: Trial }) {
  const t = useText()
  if (problems.length > 0)
    return (
      <Note tone="wait" title={t('trials.problems', { count: problems.length })}>
        {t('trials.problems_text')}
      </Note>
    )
  const steps = accounts.flatMap(stepsOf)
  const sorted = accounts.toSorted((a, b) => Number(hasTrouble(b)) - Number(hasTrouble(a)))
  const count = (isMeant: (step: Step) => boolean) => steps.filter(isMeant).length
  return (
    <>
      <p className={styles.sum}>
        {t('trials.sum', {
          created: count((step) => step.created !== null),
          mails: steps.reduce((sum, step) => sum + step.mails.length, 0),
          skipped: count((step) => step.result === 'skipped'),
          troubled: accounts.filter(hasTrouble).length,
        })}
      </p>
      {sorted.map((tried) => (
        <TriedClient key={tried.accountId} tried={tried} />
      ))}
    </>
  )
}

function stepsOf({ hops }: Tried): Step[] {
  return hops.flatMap((hop) => hop.automations)
}

function hasTrouble(tried: Tried): boolean {
  return tried.refused !== null || stepsOf(tried).some((step) => step.result === 'failed' || step.warnings.length > 0)
}

function TriedClient({ tried }: { tried: Tried }) {
  const t = useText()
  const textOr = useTextOr()
  const { list } = useFormat()
  const { accountId, accountName, refused, jobName, people, hops } = tried
  return (
    <Section title={accountName} aside={<AppLink to={`/clients/${accountId}`}>{t('trials.open_client')}</AppLink>}>
      {refused !== null ? (
        <Note tone="late" title={textOr(`reason.${refused}`, 'trials.refused')} />
      ) : (
        <>
          <p className={styles.job}>{jobName}</p>
          <p className={styles.detail}>{t('trials.done_by', { people: people.length, who: list(people) })}</p>
          <ol className={styles.hops}>
            {hops.map((hop) => (
              <HopShown key={hop.stageId} hop={hop} />
            ))}
          </ol>
          <Waits tried={tried} />
        </>
      )}
    </Section>
  )
}

function HopShown({ hop }: { hop: Hop }) {
  const t = useText()
  const { list } = useFormat()
  return (
    <li>
      <h3 className={styles.stage}>{hop.stage}</h3>
      {hop.skipped.length > 0 && (
        <p className={styles.detail}>{t('trials.passed_over', { stages: list(hop.skipped) })}</p>
      )}
      {hop.automations.length === 0 && <p className={styles.detail}>{t('trials.nothing_happens')}</p>}
      <ul>
        {hop.automations.map((step) => (
          <StepShown key={step.id} step={step} />
        ))}
      </ul>
    </li>
  )
}

const SIGNS = { done: IconCheck, skipped: IconMinus, failed: IconAlertTriangle }

function StepShown({ step }: { step: Step }) {
  const t = useText()
  const { list } = useFormat()
  const sayAutomation = useAutomationText()
  const reasonText = useReasonText()
  const warningText = useWarningText()
  const { names } = useVocabulary()
  const { result, created, mails, warnings } = step
  const Sign = SIGNS[result]
  const warned = warnings.map(warningText)
  return (
    <li className={styles.step} data-result={result} data-warned={warned.length > 0 || undefined}>
      <Sign {...ICON} />
      <div>
        <p>{sayAutomation(step)}</p>
        {step.reason && (
          <p className={styles.detail}>{reasonText(step.reason, step.condition as Condition | null, names)}</p>
        )}
        {created && (
          <p className={styles.detail}>
            {t('trials.creates', { name: created.name, people: created.who.length, who: list(created.who) })}
          </p>
        )}
        {mails.map((mail) => (
          <p key={mail.email + mail.subject} className={styles.detail}>
            {t('trials.mails', { to: mail.to, email: mail.email, subject: mail.subject })}
          </p>
        ))}
        {warned.length > 0 && <p className={styles.warning}>{list(warned)}</p>}
      </div>
    </li>
  )
}

/** Why the job would then stay where it is (B-3). */
function Waits({ tried: { waits, hops } }: { tried: Tried }) {
  const t = useText()
  const textOr = useTextOr()
  const stage = hops.at(-1)?.stage ?? ''
  return (
    <div className={styles.waits}>
      <p>{t('trials.stays_in', { stage })}</p>
      <ul>
        {waits.map(({ code, item, done, needed }) => (
          <li key={code + item} className={styles.detail}>
            {item === null
              ? textOr(`reason.${code}`, 'reason.nothing_done', { done: done ?? 0, needed: needed ?? 0 })
              : t('trials.waits_for', { item })}
          </li>
        ))}
      </ul>
    </div>
  )
}
