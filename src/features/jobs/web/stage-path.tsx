import type { Condition } from '#conditions/model.ts'
import { useConditionText } from '#web/design/condition-text.ts'
import { daysBetween } from '#web/format.ts'
import { useFormat, useText } from '#web/text.tsx'
import type { Job } from '../schemas.ts'
import styles from './stage-path.module.css'
import { useTagNames } from './tag-names.ts'

/** The pipeline as a line: what lies behind the job, where it is, what may come. */
export function StagePath({ job }: { job: Job }) {
  const t = useText()
  const { today } = useFormat()
  const tags = useTagNames()
  const conditionText = useConditionText()
  const at = job.stages.findIndex((stage) => stage.id === job.stageId)
  const days = Math.max(0, daysBetween(today(new Date(job.stageEnteredAt)), today()))
  return (
    <>
      <ol className={styles.path} aria-label={t('job.path')}>
        {job.stages.map(({ id, name, condition, visits }, index) => {
          const current = id === job.stageId
          const state = current ? 'now' : visits > 0 && index < at ? 'done' : 'ahead'
          const detail = current
            ? t('item.age', { days })
            : condition && visits === 0
              ? t('board.if', { condition: conditionText(condition as Condition, tags) })
              : ''
          return (
            <li key={id} className={styles.step} data-state={state} aria-current={current ? 'step' : undefined}>
              <span className={styles.name} title={name}>
                {name}
              </span>
              <small className={styles.detail} title={detail}>
                {detail}
              </small>
            </li>
          )
        })}
      </ol>
      <p className={styles.here} aria-hidden="true">
        <b>{job.stageName}</b> {t('ui.progress', { done: at + 1, total: job.stages.length })}
      </p>
    </>
  )
}
