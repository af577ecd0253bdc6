import { Checkbox, SegmentedControl } from '@mantine/core'
import type { Condition } from '#conditions/model.ts'
import { useConditionText } from '#web/design/condition-text.ts'
import { ICON } from '#web/design/icon.ts'
import { useText } from '#web/text.tsx'
import type { StagePreview } from '../bulk-schemas.ts'
import styles from './automation-picks.module.css'
import { AUTOMATION_ICONS, type Automation, useAutomationText, useReasonText } from './automation-text.ts'
import { useTagNames } from './tag-names.ts'

type Previewed = StagePreview['automations'][number]
/** An automation that may be carried out; where it is known already, for how many jobs, and why not for the others. */
export type Pickable = Automation & Partial<Pick<Previewed, 'runs' | 'others'>>

export type AutomationPicksProps = {
  automations: Pickable[]
  /** how many jobs there are, where it is known for how many each runs */
  total?: number
  /** ids of those that shall not be carried out */
  off: ReadonlySet<string>
  onOff: (off: ReadonlySet<string>) => void
  /** whether client-facing statuses are shown or hidden instead of what their automations say */
  shown?: ReadonlyMap<string, boolean>
  onShow?: (automationId: string, visible: boolean) => void
}

/** The automations of a stage, each to be unticked; what will not happen anyway is grey and says why. */
export function AutomationPicks({ automations, total = 1, off, onOff, shown, onShow }: AutomationPicksProps) {
  const t = useText()
  const say = useAutomationText()
  const detail = usePickDetail(total)
  const toggled = (id: string) => (off.has(id) ? off.difference(new Set([id])) : off.union(new Set([id])))
  return (
    <ul className={styles.picks}>
      {automations.map((automation) => {
        const { id, kind, runs, clientStatus } = automation
        const Icon = AUTOMATION_ICONS[kind]
        const cannot = runs === 0 && !off.has(id)
        const ticked = !off.has(id) && !cannot
        return (
          <li key={id} className={styles.pick} data-off={!ticked || undefined}>
            <div className={styles.line}>
              <Checkbox
                checked={ticked}
                disabled={cannot}
                onChange={() => onOff(toggled(id))}
                label={
                  <span className={styles.words}>
                    <Icon {...ICON} />
                    <span>{say(automation)}</span>
                  </span>
                }
                description={detail(automation, off)}
              />
              {total > 1 && runs !== undefined && <span className={styles.runs}>{t('move.of', { runs, total })}</span>}
            </div>
            {clientStatus?.statusId && onShow && ticked && (
              <SegmentedControl
                size="xs"
                className={styles.shown}
                aria-label={t('move.client_status')}
                data={[
                  { value: 'show', label: t('move.show') },
                  { value: 'hide', label: t('move.hide') },
                ]}
                value={(shown?.get(id) ?? clientStatus.visible) ? 'show' : 'hide'}
                onChange={(value) => onShow(id, value === 'show')}
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}

function usePickDetail(total: number) {
  const t = useText()
  const tags = useTagNames()
  const conditionText = useConditionText()
  const reasonText = useReasonText()
  return ({ id, others = [], ...automation }: Pickable, off: ReadonlySet<string>): string | null => {
    const condition = automation.condition as Condition | null
    if (off.has(id)) return t('move.unticked')
    if (others.length === 0) return condition && t('board.only_if', { condition: conditionText(condition, tags) })
    const why = others.map(({ code, count, names }) => {
      const reason = reasonText({ code }, condition, tags)
      if (total === 1) return reason
      return t('move.not_for', { names: names.join(', '), more: count - names.length, reason })
    })
    return why.join(' ')
  }
}
