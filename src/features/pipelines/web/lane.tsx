import { Switch } from '@mantine/core'
import { IconArrowsSplit2, IconGripVertical } from '@tabler/icons-react'
import { useRef } from 'react'
import type { DraftStage } from '#engine/core/draft.ts'
import { SMALL_ICON } from '#web/design/icon.ts'
import { useText } from '#web/text.tsx'
import { AddAutomation } from './add-automation.tsx'
import { AutomationCard } from './automation-card.tsx'
import { changeStage } from './draft-edits.ts'
import { useEditor } from './editor-context.tsx'
import { FindingLines } from './finding-lines.tsx'
import styles from './lane.module.css'
import { ofStage } from './problems.ts'
import { useDraggable } from './use-draggable.ts'
import { useKeyMoves } from './use-key-moves.ts'
import { useWholeCondition } from './words.ts'

export type LaneProps = {
  stage: DraftStage
  index: number
  /** the automation that would land in it, and its place among the others */
  drop: { id: string; index: number } | null
  /** at which side of it a dragged stage would land */
  edge: 'before' | 'after' | null
}

/** One stage: its head, and its automations in the order in which they run. */
export function Lane({ stage, index, drop, edge }: LaneProps) {
  const { edit } = useEditor()
  const cards = stage.automations.map((automation, at) => (
    <AutomationCard key={automation.id} stage={stage} automation={automation} index={at} />
  ))
  return (
    <section
      className={styles.lane}
      aria-label={useStageName(stage)}
      data-lane={stage.id}
      data-edge={edge ?? undefined}
    >
      <Head stage={stage} index={index} />
      <ol className={styles.cards}>{drop ? cards.toSpliced(lineAt(stage, drop), 0, LINE) : cards}</ol>
      {edit && <AddAutomation stage={stage} />}
    </section>
  )
}

const LINE = <li className={styles.line} aria-hidden="true" key="line" />

/** The place of the line among all that are drawn: the one in the air still stands where it was. */
function lineAt({ automations }: DraftStage, { id, index }: { id: string; index: number }): number {
  const own = automations.findIndex((automation) => automation.id === id)
  return own >= 0 && own <= index ? index + 1 : index
}

function Head({ stage, index }: { stage: DraftStage; index: number }) {
  const t = useText()
  const { edit, selected, select, jobsIn, problems, warnings } = useEditor()
  const name = useStageName(stage)
  const head = useRef<HTMLElement>(null)
  const dragging = useDraggable(head, { kind: 'stage', id: stage.id }, edit !== null)
  const onKeyDown = useKeyMoves({ kind: 'stage', stage, index })
  const jobs = jobsIn(stage.id)
  return (
    <header
      ref={head}
      className={styles.head}
      data-open={selected === stage.id || undefined}
      data-dragging={dragging || undefined}
    >
      <div className={styles.name}>
        <h2>
          <button
            type="button"
            className={styles.open}
            data-select={stage.id}
            aria-expanded={selected === stage.id}
            onClick={() => select(stage.id)}
            onKeyDown={onKeyDown}
          >
            {name}
          </button>
        </h2>
        {jobs > 0 && <span className={styles.jobs}>{t('pipelines.jobs', { count: jobs })}</span>}
        {edit && <IconGripVertical {...SMALL_ICON} className={styles.grip} />}
      </div>
      <Automove stage={stage} index={index} name={name} />
      {stage.timeLimit && (
        <p className={styles.set}>
          <span>{t('pipelines.time_limit')}</span>
          <span>{t(`pipelines.limit_${stage.timeLimit.unit}`, { count: stage.timeLimit.amount })}</span>
        </p>
      )}
      <OnlyIf stage={stage} index={index} />
      <FindingLines problems={ofStage(problems, stage.id)} warnings={ofStage(warnings, stage.id)} />
    </header>
  )
}

function Automove({ stage, index, name }: { stage: DraftStage; index: number; name: string }) {
  const t = useText()
  const { draft, edit } = useEditor()
  if (index === draft.stages.length - 1) {
    return <p className={styles.set}>{t('pipelines.last_stage')}</p>
  }
  return (
    <div className={styles.set}>
      <span>{t('pipelines.automove')}</span>
      {edit ? (
        <Switch
          aria-label={t('pipelines.automove_in', { stage: name })}
          checked={stage.automove}
          onChange={(event) => edit(changeStage(stage.id, { automove: event.currentTarget.checked }))}
        />
      ) : (
        <span>{t(stage.automove ? 'pipelines.on' : 'pipelines.off')}</span>
      )}
    </div>
  )
}

function OnlyIf({ stage, index }: { stage: DraftStage; index: number }) {
  const t = useText()
  const editor = useEditor()
  const words = useWholeCondition()
  const isEnd = index === 0 || index === editor.draft.stages.length - 1
  if (stage.condition === null) {
    return <p className={styles.set}>{t(isEnd ? 'pipelines.ends_admit_all' : 'pipelines.admits_all')}</p>
  }
  const condition = words(stage.condition, editor)
  return (
    <p className={styles.set} data-condition title={condition}>
      <IconArrowsSplit2 {...SMALL_ICON} />
      <span>{t('pipelines.only_if', { condition })}</span>
    </p>
  )
}

function useStageName(stage: DraftStage): string {
  const t = useText()
  return stage.name.trim() || t('pipelines.unnamed_stage')
}
