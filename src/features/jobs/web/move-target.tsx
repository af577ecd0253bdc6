import { Select } from '@mantine/core'
import { pipelinesContract } from '#features/pipelines/contract.ts'
import { useEndpoint } from '#web/api/hooks.ts'
import { useText } from '#web/text.tsx'
import styles from './move-panel.module.css'
import { useStages } from './use-board.ts'

export type Target = { pipelineId: string; stageId: string | null }

/** Where to: a stage of this pipeline or of another (JM-2, JM-3). */
export function MoveTarget({ target, onTarget }: { target: Target; onTarget: (target: Target) => void }) {
  const t = useText()
  const pipelines = useEndpoint(pipelinesContract.listPipelines, {})
  const stages = useStages(target.pipelineId)
  const published = pipelines.data?.items.filter((pipeline) => pipeline.version !== null) ?? []
  const choose = (id: string | null) => id && onTarget({ pipelineId: id, stageId: null })
  return (
    <div className={styles.target}>
      <Select
        label={t('move.pipeline')}
        data={published.map(({ id, name }) => ({ value: id as string, label: name }))}
        value={target.pipelineId}
        onChange={choose}
        allowDeselect={false}
        searchable
      />
      <Select
        label={t('move.stage')}
        placeholder={t('move.choose_stage')}
        data={stages.map(({ id, name }) => ({ value: id, label: name }))}
        value={target.stageId}
        onChange={(stageId) => onTarget({ ...target, stageId })}
        allowDeselect={false}
        searchable
      />
    </div>
  )
}
