import { IconPlus } from '@tabler/icons-react'
import { useRef } from 'react'
import type { DraftStage } from '#engine/core/draft.ts'
import { ColorDot } from '#web/design/color-name.tsx'
import { EmptyState } from '#web/design/empty-state.tsx'
import { SMALL_ICON } from '#web/design/icon.ts'
import { useText } from '#web/text.tsx'
import { AddAutomation } from './add-automation.tsx'
import { AutomationCard } from './automation-card.tsx'
import { addStage } from './draft-edits.ts'
import { useEditor } from './editor-context.tsx'
import { FindingLines } from './finding-lines.tsx'
import styles from './lane.module.css'
import lanesStyles from './lanes.module.css'
import { ofStage } from './problems.ts'
import { newStatusLane, type StatusLane } from './status-lanes.ts'
import { useKeyMoves } from './use-key-moves.ts'
import { useLaneDrag } from './use-lane-drag.ts'

/** The statuses side by side, their automations in the order in which they run. */
export function StatusLanes() {
  const t = useText()
  const { draft, edit, select } = useEditor()
  const lanes = useRef<HTMLDivElement>(null)
  useLaneDrag(lanes, edit !== null)
  const add = () => {
    const lane = newStatusLane()
    edit?.(addStage(lane, draft.stages.length))
    select(lane.id)
  }
  if (draft.stages.length === 0) {
    return (
      <EmptyState
        title={t('pipelines.no_statuses_title')}
        text={t('pipelines.no_statuses_text')}
        {...(edit ? { action: { label: t('pipelines.add_status'), onPress: add } } : {})}
      />
    )
  }
  return (
    <div className={lanesStyles.lanes} ref={lanes}>
      {draft.stages.map((lane, index) => (
        <section key={lane.id} className={styles.lane} aria-label={lane.name} data-lane={lane.id}>
          <Head lane={lane} index={index} />
          <ol className={styles.cards}>
            {lane.automations.map((automation, at) => (
              <AutomationCard key={automation.id} stage={lane} automation={automation} index={at} />
            ))}
          </ol>
          {edit && <AddAutomation stage={lane} />}
        </section>
      ))}
      {edit && (
        <button type="button" className={lanesStyles.addStage} onClick={add}>
          <IconPlus {...SMALL_ICON} />
          {t('pipelines.add_status')}
        </button>
      )}
    </div>
  )
}

function Head({ lane, index }: { lane: DraftStage; index: number }) {
  const t = useText()
  const { edit, selected, select, problems, warnings } = useEditor()
  const onKeyDown = useKeyMoves({ kind: 'stage', stage: lane, index })
  const name = lane.name.trim() || t('pipelines.unnamed_status')
  return (
    <header className={styles.head} data-open={selected === lane.id || undefined}>
      <div className={styles.name}>
        <ColorDot color={(lane as StatusLane).color} />
        <h2>
          {edit ? (
            <button
              type="button"
              className={styles.open}
              data-select={lane.id}
              aria-expanded={selected === lane.id}
              onClick={() => select(lane.id)}
              onKeyDown={onKeyDown}
            >
              {name}
            </button>
          ) : (
            name
          )}
        </h2>
      </div>
      <p className={styles.set}>{t(lane.automove ? 'pipelines.status_leaves' : 'pipelines.status_stays')}</p>
      <FindingLines problems={ofStage(problems, lane.id)} warnings={ofStage(warnings, lane.id)} />
    </header>
  )
}
