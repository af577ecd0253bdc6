import { useDebouncedValue } from '@mantine/hooks'
import type { Condition } from '#conditions/model.ts'
import { trialsContract } from '#features/trials/contract.ts'
import { useEndpoint } from '#web/api/hooks.ts'
import { useText } from '#web/text.tsx'
import styles from './condition-field.module.css'
import { useOpenPipeline } from './open-pipeline.tsx'

const PAUSE_MS = 400
const HEARS = ['accounts', 'jobs', 'organizers']

/** How many of the pipeline's jobs, or else of the firm's clients, meet the condition as it stands there. */
export function ConditionCount({ condition }: { condition: Condition }) {
  const t = useText()
  const { view } = useOpenPipeline().kept
  const [asked] = useDebouncedValue(condition, PAUSE_MS)
  const enabled = !('of' in asked) || asked.of.length > 0
  const body = { condition: asked, pipelineId: view.id }
  const { data } = useEndpoint(trialsContract.countCondition, { body }, { enabled, keepPrevious: true, hears: HEARS })
  if (!enabled || !data || data.total === 0) return null
  const { of, met, unknown, total, more } = data
  return (
    <p className={styles.count} role="status">
      {t(of === 'jobs' ? 'pipelines.count_jobs' : 'pipelines.count_clients', { met, total })}
      {unknown > 0 && ` ${t('pipelines.count_unknown', { count: unknown })}`}
      {more && ` ${t('pipelines.count_more', { count: total })}`}
    </p>
  )
}
