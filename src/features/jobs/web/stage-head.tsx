import { Checkbox } from '@mantine/core'
import { IconBolt, IconBoltFilled, IconChevronsRight, IconHandStop, IconPlus } from '@tabler/icons-react'
import type { Condition } from '#conditions/model.ts'
import { useConditionText } from '#web/design/condition-text.ts'
import { ICON, SMALL_ICON } from '#web/design/icon.ts'
import { AppLink } from '#web/design/link.tsx'
import { Popover } from '#web/design/pop-up.tsx'
import { useRight } from '#web/session.tsx'
import { useText } from '#web/text.tsx'
import { AUTOMATION_ICONS, useAutomationText } from './automation-text.ts'
import { useBoardState } from './board-context.tsx'
import type { BoardStage } from './board-moves.ts'
import styles from './stage-head.module.css'
import { useTagNames } from './tag-names.ts'
import { TurnBar } from './turn-bar.tsx'

/** A stage's name, count, automations, how it is left, what it asks of an account, and whose turn its jobs are. */
export function StageHead({ stage, titleId }: { stage: BoardStage; titleId: string }) {
  const t = useText()
  const { selection } = useBoardState()
  const ticked = selection.stageState(stage)
  const tags = useTagNames()
  const condition = stage.condition as Condition | null
  const asked = useConditionText()
  const said = condition && t('board.if', { condition: asked(condition, tags) })
  return (
    <header className={styles.head}>
      <div className={styles.line}>
        {stage.count > 0 && (
          <Checkbox
            size="xs"
            className={styles.tick}
            data-on={selection.count > 0 || undefined}
            aria-label={t('board.select_stage', { stage: stage.name, count: stage.count })}
            checked={ticked === 'all'}
            indeterminate={ticked === 'some'}
            onChange={() => selection.toggleStage(stage)}
          />
        )}
        <h2 id={titleId} className={styles.name} title={stage.name}>
          {stage.name}{' '}
          <span className={styles.count}>{stage.more ? t('board.at_least', { count: stage.count }) : stage.count}</span>
        </h2>
        {stage.automations.length > 0 ? <Automations stage={stage} /> : <AddAutomation stage={stage} />}
      </div>
      <div className={styles.second}>
        <Leaving stage={stage} />
        {said && <StageCondition said={said} />}
      </div>
      <TurnBar turns={stage.turns} />
    </header>
  )
}

function Leaving({ stage }: { stage: BoardStage }) {
  const t = useText()
  if (stage.isLast) return <span className={styles.leaving}>{t('board.last_stage')}</span>
  const Mark = stage.automove ? IconChevronsRight : IconHandStop
  return (
    <span className={styles.leaving}>
      <Mark {...SMALL_ICON} />
      {t(stage.automove ? 'board.automove' : 'board.by_hand')}
    </span>
  )
}

/** What the stage asks of an account; leads to the editor for whoever may change it (VIEW-1). */
function StageCondition({ said }: { said: string }) {
  const { pipelineId } = useBoardState()
  const mayManage = useRight('manage_pipelines')
  if (!mayManage) {
    return (
      <span className={styles.condition} title={said}>
        {said}
      </span>
    )
  }
  return (
    <AppLink to={`/templates/pipelines/${pipelineId}`} className={styles.condition} title={said}>
      {said}
    </AppLink>
  )
}

/** For a stage that does nothing by itself yet. */
function AddAutomation({ stage }: { stage: BoardStage }) {
  const t = useText()
  const { pipelineId } = useBoardState()
  const mayManage = useRight('manage_pipelines')
  if (!mayManage) return null
  return (
    <AppLink
      to={`/templates/pipelines/${pipelineId}`}
      className={styles.add}
      aria-label={t('board.add_automation', { stage: stage.name })}
    >
      <IconPlus {...SMALL_ICON} />
      <IconBolt {...SMALL_ICON} />
    </AppLink>
  )
}

/** The bolt with its number, and behind it what happens to every job that enters. */
function Automations({ stage }: { stage: BoardStage }) {
  const t = useText()
  const say = useAutomationText()
  const tags = useTagNames()
  const conditionText = useConditionText()
  const { pipelineId } = useBoardState()
  const mayManage = useRight('manage_pipelines')
  const count = stage.automations.length
  return (
    <Popover position="bottom-end" width={320} trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className={styles.bolt} aria-label={t('board.automations', { count })}>
          <IconBoltFilled {...SMALL_ICON} />
          {count}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('board.automations_of', { stage: stage.name })}>
        <h3 className={styles.title} tabIndex={-1} data-autofocus>
          {t('board.automations_of', { stage: stage.name })}
        </h3>
        <ul>
          {stage.automations.map((automation) => {
            const Icon = AUTOMATION_ICONS[automation.kind]
            const condition = automation.condition as Condition | null
            return (
              <li key={automation.id} className={styles.automation}>
                <Icon {...ICON} />
                <div>
                  <p>{say(automation)}</p>
                  {condition && (
                    <p className={styles.onlyIf}>{t('board.only_if', { condition: conditionText(condition, tags) })}</p>
                  )}
                </div>
              </li>
            )
          })}
        </ul>
        {mayManage && (
          <AppLink to={`/templates/pipelines/${pipelineId}`} className={styles.edit}>
            {t('board.edit')}
          </AppLink>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
