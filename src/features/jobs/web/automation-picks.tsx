import { Checkbox } from '@mantine/core'
import { useMemo } from 'react'
import type { Condition } from '#conditions/model.ts'
import { tagsContract } from '#features/tags/contract.ts'
import { useEndpoint } from '#web/api/hooks.ts'
import { type ConditionNames, useConditionText } from '#web/design/condition-text.ts'
import { ICON } from '#web/design/icon.ts'
import { useText } from '#web/text.tsx'
import styles from './automation-picks.module.css'
import { AUTOMATION_ICONS, type Automation, useAutomationText, useReasonText } from './automation-text.ts'

/** An automation that may be carried out; where it is known already, whether it will be and why not. */
export type Pickable = Automation & { runs?: boolean; reason?: { code: string } | null }

export type AutomationPicksProps = {
  automations: Pickable[]
  /** ids of those that shall not be carried out */
  off: ReadonlySet<string>
  onOff: (off: ReadonlySet<string>) => void
}

/** The automations of a stage, each to be unticked; what will not happen anyway is grey and says why. */
export function AutomationPicks({ automations, off, onOff }: AutomationPicksProps) {
  const say = useAutomationText()
  const detail = usePickDetail()
  const toggled = (id: string) => (off.has(id) ? off.difference(new Set([id])) : off.union(new Set([id])))
  return (
    <ul className={styles.picks}>
      {automations.map((automation) => {
        const Icon = AUTOMATION_ICONS[automation.kind]
        const cannot = automation.runs === false && automation.reason?.code !== 'deselected'
        const ticked = !off.has(automation.id) && !cannot
        return (
          <li key={automation.id} className={styles.pick} data-off={!ticked || undefined}>
            <Checkbox
              checked={ticked}
              disabled={cannot}
              onChange={() => onOff(toggled(automation.id))}
              label={
                <span className={styles.words}>
                  <Icon {...ICON} />
                  <span>{say(automation)}</span>
                </span>
              }
              description={detail(automation, off)}
            />
          </li>
        )
      })}
    </ul>
  )
}

/** Names of the firm's tags by id, for conditions. */
export function useTagNames(): ConditionNames {
  const { data } = useEndpoint(tagsContract.listTags, {})
  return useMemo(() => new Map(data?.items.map((tag) => [tag.id, tag.name])), [data])
}

function usePickDetail() {
  const t = useText()
  const tags = useTagNames()
  const conditionText = useConditionText()
  const reasonText = useReasonText()
  return ({ id, runs, reason = null, ...automation }: Pickable, off: ReadonlySet<string>): string | null => {
    const condition = automation.condition as Condition | null
    if (off.has(id)) return t('move.unticked')
    if (runs === false) return reasonText(reason, condition, tags)
    return condition && t('board.only_if', { condition: conditionText(condition, tags) })
  }
}
