import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { StageId } from '#kernel/ids.ts'
import { useAct } from '#web/api/hooks.ts'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { useToast } from '#web/design/toast.tsx'
import { useText } from '#web/text.tsx'
import { pipelinesContract } from '../contract.ts'
import { changesBetween, removedStages, switchedOn } from '../rules.ts'
import { ChangeList } from './change-list.tsx'
import { useOpenPipeline } from './open-pipeline.tsx'
import styles from './publish-panel.module.css'
import { useNames } from './use-names.ts'

/** What publishing changes, what becomes of running jobs, and the button that says it in numbers (D-3, P-11). */
export function PublishPanel({ onClose }: { onClose: () => void }) {
  const t = useText()
  const { view, draft, problems } = useOpenPipeline().kept
  const names = useNames(view.templates)
  const [moves, setMoves] = useState<Record<string, StageId>>({})
  const changes = changesBetween(view.published, draft)
  const leaving = useLeaving()
  const ready = useReady()
  const moved = [...leaving, ...ready].reduce((sum, stage) => sum + stage.jobs, 0)
  const undecided = leaving.some((stage) => !draft.stages.some((it) => it.id === moves[stage.id]))
  const act = usePublish(leaving, moves, onClose)
  return (
    <div className={styles.panel}>
      <h2>
        {view.version
          ? t('pipelines.against', { version: view.version + 1, before: view.version })
          : t('pipelines.first_version')}
      </h2>
      {changes.length === 0 ? (
        <p className={styles.quiet}>{t('pipelines.no_changes')}</p>
      ) : (
        <div className={styles.changes}>
          <ChangeList changes={changes} names={names} />
        </div>
      )}
      <RunningJobs
        leaving={leaving}
        ready={ready}
        moves={moves}
        onMove={(from, to) => setMoves({ ...moves, [from]: to })}
      />
      {problems.length > 0 && (
        <p className={styles.problems}>{t('pipelines.problems_first', { count: problems.length })}</p>
      )}
      <ProblemNote problem={act.problem} />
      <footer className={styles.buttons}>
        <Button variant="subtle" onClick={onClose}>
          {t('pipelines.not_yet')}
        </Button>
        <Button
          variant="filled"
          loading={act.isRunning}
          disabled={changes.length === 0 || problems.length > 0 || undecided}
          onClick={() => void act.publish()}
        >
          {t('pipelines.publish_moving', { count: moved })}
        </Button>
      </footer>
    </div>
  )
}

/** Saves what is unsaved, then publishes just that. */
function usePublish(leaving: Leaving[], moves: Record<string, StageId>, onClose: () => void) {
  const t = useText()
  const toast = useToast()
  const { keeper, kept } = useOpenPipeline()
  const act = useAct(pipelinesContract.publishPipeline, { touches: ['jobs'] })
  const publish = async () => {
    const revision = await keeper.flush()
    if (revision === null) return onClose()
    const wanted = Object.fromEntries(leaving.map((stage) => [stage.id, moves[stage.id]!]))
    const published = await act.run({ params: { id: kept.view.id }, body: { moves: wanted }, ifMatch: revision })
    if (!published) return
    keeper.adopt(published)
    toast(t('pipelines.now_published', { version: published.version ?? 1 }))
    onClose()
  }
  return { publish, isRunning: act.isRunning, problem: act.problem }
}

type Leaving = { id: StageId; name: string; jobs: number }

/** Stages that disappear while jobs, archived ones too, stand in them. */
function useLeaving(): Leaving[] {
  const { view, draft } = useOpenPipeline().kept
  return removedStages(view.published?.stages ?? [], draft.stages).flatMap(({ id, name }) => {
    const counted = view.stageJobs.find((stage) => stage.stageId === id)
    return counted ? [{ id, name, jobs: counted.active + counted.archived }] : []
  })
}

/** Stages that from now on move by themselves while jobs in them have all done (P-16). */
function useReady(): Leaving[] {
  const { view, draft } = useOpenPipeline().kept
  const on = switchedOn(view.published?.stages ?? [], draft.stages)
  return draft.stages.flatMap(({ id, name }) => {
    const jobs = on.includes(id) ? (view.stageJobs.find((stage) => stage.stageId === id)?.ready ?? 0) : 0
    return jobs > 0 ? [{ id, name: name.trim(), jobs }] : []
  })
}

type RunningJobsProps = {
  leaving: Leaving[]
  ready: Leaving[]
  moves: Record<string, StageId>
  onMove: (from: StageId, to: StageId) => void
}

function RunningJobs({ leaving, ready, moves, onMove }: RunningJobsProps) {
  const t = useText()
  const { view, draft } = useOpenPipeline().kept
  const all = view.stageJobs.reduce((sum, stage) => sum + stage.active + stage.archived, 0)
  if (all === 0) return null
  const staying = all - [...leaving, ...ready].reduce((sum, stage) => sum + stage.jobs, 0)
  const targets = draft.stages.map(({ id, name }) => ({
    value: id,
    label: name.trim() || t('pipelines.unnamed_stage'),
  }))
  return (
    <section className={styles.running}>
      <h3>{t('pipelines.running_jobs')}</h3>
      {leaving.map(({ id, name, jobs }) => (
        <NativeSelect
          key={id}
          label={t('pipelines.jobs_go', { count: jobs, stage: name })}
          data={moves[id] ? targets : [{ value: '', label: t('pipelines.choose_stage') }, ...targets]}
          value={moves[id] ?? ''}
          onChange={(event) => onMove(id, event.currentTarget.value as StageId)}
        />
      ))}
      {leaving.length > 0 && <p className={styles.quiet}>{t('pipelines.jobs_go_quietly')}</p>}
      {ready.map(({ id, name, jobs }) => (
        <p key={id}>{t('pipelines.jobs_move_on', { count: jobs, stage: name })}</p>
      ))}
      {staying > 0 && <p>{t('pipelines.jobs_stay', { count: staying })}</p>}
    </section>
  )
}
