import type { Condition } from '#conditions/model.ts'
import { useConditionText } from '#web/design/condition-text.ts'
import { useText } from '#web/text.tsx'
import type { Job } from '../schemas.ts'
import styles from './job-reasons.module.css'
import { useTagNames } from './tag-names.ts'

/** Promised to happen by itself only while nothing but what people can do holds the job (D-16). */
const REMOVABLE: readonly Job['explanation']['reasons'][number]['code'][] = ['item_pending']

/** Where the job goes when what holds it is done, which stages it passes over, and why. */
export function NextStage({ job }: { job: Job }) {
  const t = useText()
  const tags = useTagNames()
  const conditionText = useConditionText()
  const { reasons, suffices, next } = job.explanation
  if (!next || !reasons.every(({ code }) => REMOVABLE.includes(code))) return null
  const said = (stageId: string) => {
    const condition = job.stages.find(({ id }) => id === stageId)?.condition as Condition | null | undefined
    return condition ? conditionText(condition, tags) : null
  }
  const count = suffices === null ? reasons.filter(({ code }) => code === 'item_pending').length : 0
  const because = said(next.stageId)
  return (
    <p className={styles.next}>
      {suffices !== null && `${t('job.suffices', { count: suffices })} `}
      {because
        ? t('job.next_because', { count, stage: next.stage, condition: because })
        : t('job.next', { count, stage: next.stage })}
      {next.skipped.map(({ stageId, stage, truth }) => (
        <span key={stageId}>
          {' '}
          {truth === 'unknown'
            ? t('job.skips_unknown', { stage })
            : t('job.skips', { stage, condition: said(stageId) ?? '' })}
        </span>
      ))}
    </p>
  )
}
